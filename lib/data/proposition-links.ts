import 'server-only';
import type { PropositionLink } from '@/lib/domain/proposition';
import type { LinkOrigin, LinkState, LinkType } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { Prisma } from './generated/prisma/client';
import { PROPOSITION_IN_SIGHT } from './in-sight';
import { instant } from './instant';
import { ANNOTATION_STATEMENT, passageStatement, SHOWN_ANNOTATION } from './statements';

/** What a side is of: its own proposition, else the one that its annotation is in now. */
const PROPOSITION_OF_SIDE = `coalesce(s.proposition_id, (SELECT m.proposition_id FROM proposition_member m
  JOIN proposition p ON p.id = m.proposition_id AND p.deleted_at IS NULL
  WHERE m.annotation_id = s.annotation_id AND m.removed_at IS NULL))`;

const SIDE = `json_build_object('propositionId', held.id,
  'words', coalesce(p.words, (SELECT coalesce(a.claim_normalized, '') FROM annotation a WHERE a.id = s.annotation_id), ''),
  'statements', CASE WHEN held.id IS NOT NULL THEN
      coalesce((SELECT json_agg(${ANNOTATION_STATEMENT} ORDER BY (a.id = s.annotation_id) DESC NULLS LAST, t.published_at NULLS LAST, a.id)
        FROM proposition_member m JOIN annotation a ON a.id = m.annotation_id JOIN article t ON t.id = a.article_id
        WHERE m.proposition_id = held.id AND m.removed_at IS NULL AND ${SHOWN_ANNOTATION}), '[]')
    WHEN s.annotation_id IS NOT NULL THEN
      coalesce((SELECT json_agg(${ANNOTATION_STATEMENT}) FROM annotation a WHERE a.id = s.annotation_id AND ${SHOWN_ANNOTATION}), '[]')
    ELSE (SELECT json_agg(${passageStatement('s.start_cp', 's.end_cp')}) FROM revision r WHERE r.id = s.revision_id) END)`;

const side = (name: 'from' | 'to'): string => `(SELECT ${SIDE} FROM link_side s
  CROSS JOIN LATERAL (SELECT ${PROPOSITION_OF_SIDE} AS id) held LEFT JOIN proposition p ON p.id = held.id
  WHERE s.link_id = l.id AND s.side = '${name}')`;

const LINK = `SELECT json_build_object('id', l.id, 'type', l.type, 'state', l.state, 'origin', l.origin, 'reason', l.reason,
    'score', l.score, 'version', l.version, 'from', ${side('from')}, 'to', ${side('to')},
    'proposedBy', (SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = l.proposed_by_id),
    'createdAt', ${instant('l.created_at')},
    'decidedBy', (SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = l.decided_by_id),
    'decidedAt', ${instant('l.decided_at')}) AS link
  FROM proposition_link l`;

/** What both sides are of is still there: no deleted annotation or proposition, no passage of an older text. */
const IS_ALIVE = `NOT EXISTS (SELECT 1 FROM link_side s WHERE s.link_id = l.id AND NOT (
    CASE WHEN s.proposition_id IS NOT NULL
        THEN EXISTS (SELECT 1 FROM proposition p WHERE p.id = s.proposition_id AND p.deleted_at IS NULL AND ${PROPOSITION_IN_SIGHT})
      WHEN s.annotation_id IS NOT NULL
        THEN EXISTS (SELECT 1 FROM annotation a WHERE a.id = s.annotation_id AND ${SHOWN_ANNOTATION})
      ELSE EXISTS (SELECT 1 FROM article t WHERE t.current_revision_id = s.revision_id) END))`;

const touched = (value: string): string => `EXISTS (SELECT 1 FROM link_side s WHERE s.link_id = l.id
  AND (s.proposition_id = ANY(${value}) OR EXISTS (SELECT 1 FROM proposition_member m
    WHERE m.annotation_id = s.annotation_id AND m.removed_at IS NULL AND m.proposition_id = ANY(${value}))))`;

export interface LinkListing {
  workspaceId: string;
  types: readonly LinkType[];
  states: readonly LinkState[];
  limit: number;
  after: [score: number, id: string] | null;
}

/** Links of a workspace, the likeliest first, at most `limit + 1`. */
export async function listLinks(db: Database, listing: LinkListing): Promise<PropositionLink[]> {
  const rows = await db.$queryRawUnsafe<{ link: PropositionLink }[]>(
    `${LINK} WHERE l.workspace_id = $1::uuid AND l.type = ANY($2::text[]) AND l.state = ANY($3::text[]) AND ${IS_ALIVE}
       ${listing.after ? 'AND (l.score, l.id) < ($5::float8, $6::uuid)' : ''}
     ORDER BY l.score DESC, l.id DESC LIMIT $4`,
    listing.workspaceId,
    listing.types,
    listing.states,
    listing.limit + 1,
    ...(listing.after ?? []),
  );
  return rows.map(({ link }) => link);
}

/** How many links of a workspace there are of each type and state. */
export async function countLinks(
  db: Database,
  workspaceId: string,
): Promise<{ type: LinkType; state: LinkState; count: number }[]> {
  return db.$queryRawUnsafe(
    `SELECT l.type, l.state, count(*)::int AS count FROM proposition_link l
     WHERE l.workspace_id = $1::uuid AND ${IS_ALIVE} GROUP BY 1, 2`,
    workspaceId,
  );
}

/** Links of some propositions that nobody has rejected: confirmed ones first. */
export async function listLinksOf(
  db: Database,
  propositionIds: readonly string[],
): Promise<PropositionLink[]> {
  const rows = await db.$queryRawUnsafe<{ link: PropositionLink }[]>(
    `${LINK} WHERE l.state <> 'rejected' AND ${IS_ALIVE} AND ${touched('$1::uuid[]')}
     ORDER BY l.state, l.score DESC, l.id`,
    propositionIds,
  );
  return rows.map(({ link }) => link);
}

/** How many proposals about an annotation wait for a decision. */
export async function countProposedOf(db: Database, annotationId: string): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM proposition_link l WHERE l.state = 'proposed' AND ${IS_ALIVE}
       AND EXISTS (SELECT 1 FROM link_side s WHERE s.link_id = l.id AND s.annotation_id = $1::uuid)`,
    annotationId,
  );
  return row!.count;
}

export async function findLink(db: Database, id: string): Promise<PropositionLink | null> {
  const rows = await db.$queryRawUnsafe<{ link: PropositionLink }[]>(`${LINK} WHERE l.id = $1::uuid`, id);
  return rows[0]?.link ?? null;
}

export async function requireStoredLink(db: Database, id: string): Promise<PropositionLink> {
  const link = await findLink(db, id);
  if (!link) throw new Error(`link ${id} vanished`);
  return link;
}

/** One side of a link as it is stored. */
export interface StoredSide {
  side: 'from' | 'to';
  propositionId: string | null;
  annotationId: string | null;
  revisionId: string | null;
  start: number | null;
  end: number | null;
}
/** What a confirmation made, for its reopening to take back. */
export interface MadeByConfirming {
  propositions: string[];
  annotations: string[];
  members: string[];
}
export interface StoredLink {
  id: string;
  workspaceId: string;
  type: LinkType;
  state: LinkState;
  version: number;
  requestHash: string | null;
  decidedById: string | null;
  made: MadeByConfirming | null;
  sides: StoredSide[];
}

export async function findStoredLink(db: Database, id: string): Promise<StoredLink | null> {
  const row = await db.propositionLink.findUnique({ where: { id }, include: { sides: true } });
  if (!row) return null;
  return {
    ...row,
    type: row.type as LinkType,
    state: row.state as LinkState,
    made: row.made as unknown as MadeByConfirming | null,
    sides: row.sides as StoredSide[],
  };
}

/** The link under its row's lock. */
export async function lockLink(tx: Database, id: string): Promise<StoredLink | null> {
  await tx.$executeRaw`SELECT 1 FROM proposition_link WHERE id = ${id}::uuid FOR UPDATE`;
  return findStoredLink(tx, id);
}

export interface NewLink {
  id: string;
  workspaceId: string;
  type: LinkType;
  origin: LinkOrigin;
  reason: string;
  score: number;
  fingerprint: string;
  requestHash: string | null;
  proposedById: string | null;
  sides: readonly (Pick<StoredSide, 'side'> & Partial<StoredSide>)[];
  now: Date;
}

/** Stores a link, unless there is one about the same pair, whatever became of it: false. */
export async function insertLink(tx: Database, link: NewLink): Promise<boolean> {
  const { sides, now, ...data } = link;
  const made = await tx.propositionLink.createMany({
    data: [{ ...data, createdAt: now }],
    skipDuplicates: true,
  });
  if (made.count === 0) {
    await renewPassages(tx, link);
    return false;
  }
  await tx.linkSide.createMany({
    data: sides.map((one) => ({
      linkId: link.id,
      side: one.side,
      propositionId: one.propositionId ?? null,
      annotationId: one.annotationId ?? null,
      revisionId: one.revisionId ?? null,
      start: one.start ?? null,
      end: one.end ?? null,
    })),
  });
  return true;
}

/** A proposal about a passage of a text that was revised since goes over to the passage of the new text. */
async function renewPassages(tx: Database, { workspaceId, fingerprint, sides }: NewLink): Promise<void> {
  for (const one of sides)
    if (one.revisionId)
      await tx.$executeRaw`
        UPDATE link_side s SET revision_id = ${one.revisionId}::uuid, start_cp = ${one.start}::int, end_cp = ${one.end}::int
        FROM proposition_link l, revision old, revision new
        WHERE l.id = s.link_id AND l.workspace_id = ${workspaceId}::uuid AND l.fingerprint = ${fingerprint}
          AND l.state = 'proposed' AND old.id = s.revision_id AND new.id = ${one.revisionId}::uuid
          AND old.article_id = new.article_id AND old.id <> new.id`;
}

export async function updateLink(
  tx: Database,
  id: string,
  change: {
    state: LinkState;
    decidedById: string | null;
    decidedAt: Date | null;
    made: MadeByConfirming | null;
  },
): Promise<void> {
  await tx.propositionLink.update({
    where: { id },
    data: {
      ...change,
      made: change.made ? (change.made as unknown as Prisma.InputJsonValue) : Prisma.DbNull,
      version: { increment: 1 },
    },
  });
}

export async function updateSide(
  tx: Database,
  linkId: string,
  { side, ...data }: Pick<StoredSide, 'side' | 'propositionId' | 'annotationId'>,
): Promise<void> {
  await tx.linkSide.update({ where: { linkId_side: { linkId, side } }, data });
}

/** The longest annotation whose words lie in a passage or hold it; null where nobody has marked it. */
export async function findAnnotationOn(
  db: Database,
  passage: { revisionId: string; start: number; end: number },
): Promise<string | null> {
  const [row] = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT a.id FROM annotation a JOIN anchor_span s ON s.annotation_id = a.id AND s.revision_id = a.revision_id
     WHERE a.revision_id = $1::uuid AND ${SHOWN_ANNOTATION} AND s.start_cp < $3 AND s.end_cp > $2
       AND least(s.end_cp, $3) - greatest(s.start_cp, $2) >= 0.5 * ($3 - $2)
     ORDER BY s.end_cp - s.start_cp, a.created_at, a.id LIMIT 1`,
    passage.revisionId,
    passage.start,
    passage.end,
  );
  return row?.id ?? null;
}

/** Whether anything but one link rests on a proposition: another link, or another change since it was made. */
export async function isUsedElsewhere(
  db: Database,
  propositionId: string,
  linkId: string,
  members: readonly string[],
): Promise<boolean> {
  const [row] = await db.$queryRawUnsafe<{ used: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM proposition p WHERE p.id = $1::uuid AND p.version > 1)
       OR EXISTS (SELECT 1 FROM link_side s WHERE s.proposition_id = $1::uuid AND s.link_id <> $2::uuid)
       OR EXISTS (SELECT 1 FROM proposition_member m WHERE m.proposition_id = $1::uuid AND m.removed_at IS NULL
         AND NOT m.annotation_id = ANY($3::uuid[])) AS used`,
    propositionId,
    linkId,
    members,
  );
  return row!.used;
}

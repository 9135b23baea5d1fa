import 'server-only';
import type { Proposition, ShownProposition } from '@/lib/domain/proposition';
import { copyGroups } from '@/lib/domain/copy-groups';
import { type Database, literal, type Prisma } from './database';
import { LINK_IN_SIGHT, PROPOSITION_IN_SIGHT } from './in-sight';
import { instant } from './instant';
import { ANNOTATION_STATEMENT, SHOWN_ANNOTATION } from './statements';

/** Who is in a proposition now: `proposition_member m`. */
export const IS_MEMBER = 'm.removed_at IS NULL';

const PROPOSITION = `SELECT json_build_object('id', p.id, 'words', p.words, 'version', p.version,
    'author', json_build_object('id', u.id, 'name', u.name), 'createdAt', ${instant('p.created_at')},
    'updatedAt', ${instant('p.updated_at')}, 'deletedAt', ${instant('p.deleted_at')},
    'annotations', members.annotations, 'articles', members.articles,
    'contradictedBy', (SELECT count(*) FROM proposition_link l WHERE l.type = 'contradicts' AND l.state = 'confirmed'
      AND EXISTS (SELECT 1 FROM link_side s WHERE s.link_id = l.id AND s.proposition_id = p.id) AND ${LINK_IN_SIGHT})) AS proposition
  FROM proposition p JOIN app_user u ON u.id = p.author_id
  CROSS JOIN LATERAL (SELECT count(*) AS annotations, count(DISTINCT a.article_id) AS articles
    FROM proposition_member m JOIN annotation a ON a.id = m.annotation_id
    WHERE m.proposition_id = p.id AND ${IS_MEMBER} AND ${SHOWN_ANNOTATION}) members`;

export async function findProposition(db: Database, id: string): Promise<Proposition | null> {
  const rows = await db.$queryRawUnsafe<{ proposition: Proposition }[]>(
    `${PROPOSITION} WHERE p.id = $1::uuid`,
    id,
  );
  return rows[0]?.proposition ?? null;
}

export async function requireStoredProposition(db: Database, id: string): Promise<Proposition> {
  const proposition = await findProposition(db, id);
  if (!proposition) throw new Error(`proposition ${id} vanished`);
  return proposition;
}

/** A proposition under its row's lock, so that changes of one come one after another. */
export async function lockProposition(
  tx: Database,
  id: string,
): Promise<{ workspaceId: string; requestHash: string } | null> {
  const [row] = await tx.$queryRaw<{ workspaceId: string; requestHash: string }[]>`
    SELECT workspace_id AS "workspaceId", request_hash AS "requestHash" FROM proposition WHERE id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

/** Propositions of a workspace, the newest first, at most `limit + 1`; deleted ones are left out. */
export async function listPropositions(
  db: Database,
  listing: {
    workspaceId: string;
    words: string | null;
    limit: number;
    before: [createdAt: string, id: string] | null;
  },
): Promise<Proposition[]> {
  const rows = await db.$queryRawUnsafe<{ proposition: Proposition }[]>(
    `${PROPOSITION} WHERE p.workspace_id = $1::uuid AND p.deleted_at IS NULL AND ${PROPOSITION_IN_SIGHT}
       AND ($2::text IS NULL OR p.words ILIKE $2)
       ${listing.before ? 'AND (p.created_at, p.id) < ($4::timestamptz, $5::uuid)' : ''}
     ORDER BY p.created_at DESC, p.id DESC LIMIT $3`,
    listing.workspaceId,
    listing.words && `%${literal(listing.words)}%`,
    listing.limit + 1,
    ...(listing.before ?? []),
  );
  return rows.map(({ proposition }) => proposition);
}

export async function insertProposition(
  tx: Database,
  row: { id: string; workspaceId: string; words: string; authorId: string; requestHash: string; now: Date },
): Promise<void> {
  const { now, ...data } = row;
  await tx.proposition.create({ data: { ...data, createdAt: now, updatedAt: now } });
}

export async function updateProposition(
  tx: Database,
  id: string,
  change: { words?: string; deletedAt?: Date | null; now: Date },
): Promise<void> {
  const { now, ...data } = change;
  await tx.proposition.update({
    where: { id },
    data: { ...data, updatedAt: now, version: { increment: 1 } },
  });
}

/** The proposition that an annotation belongs to now; none that was deleted. */
export async function findPropositionOf(db: Database, annotationId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM proposition_member m JOIN proposition p ON p.id = m.proposition_id
    WHERE m.annotation_id = ${annotationId}::uuid AND m.removed_at IS NULL AND p.deleted_at IS NULL`;
  return row?.id ?? null;
}

/** Puts an annotation into a proposition, out of the one that it was in, whose id is answered. */
export async function insertMember(
  tx: Database,
  member: { annotationId: string; propositionId: string; userId: string; now: Date },
): Promise<{ left: string | null }> {
  const left = await endMembership(tx, member);
  await tx.propositionMember.create({
    data: {
      annotationId: member.annotationId,
      propositionId: member.propositionId,
      addedById: member.userId,
      addedAt: member.now,
    },
  });
  return { left };
}

/** Takes an annotation out of the proposition it is in, and answers which; null where it was in none. */
export async function endMembership(
  tx: Database,
  member: { annotationId: string; userId: string; now: Date },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE proposition_member SET removed_at = ${member.now}, removed_by_id = ${member.userId}::uuid
    WHERE annotation_id = ${member.annotationId}::uuid AND removed_at IS NULL RETURNING proposition_id AS id`;
  return rows[0]?.id ?? null;
}

/** Serialises what is done with the propositions of one annotation. */
export async function lockGrouping(tx: Prisma.TransactionClient, annotationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('grouping:' || ${annotationId}, 0))`;
}

/** Annotations of a workspace among those named: what may be put into its propositions. */
export async function listShownAnnotationIds(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT a.id FROM annotation a JOIN article t ON t.id = a.article_id
     WHERE t.workspace_id = $1::uuid AND a.id = ANY($2::uuid[]) AND ${SHOWN_ANNOTATION}`,
    workspaceId,
    ids,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who says each of some propositions: the earliest article first. */
export async function listMembers(
  db: Database,
  propositionIds: readonly string[],
): Promise<ShownProposition['members']> {
  const rows = await db.$queryRawUnsafe<
    { statement: ShownProposition['members'][number]; propositionId: string }[]
  >(
    `SELECT ${ANNOTATION_STATEMENT} AS statement, m.proposition_id AS "propositionId",
       json_build_object('id', u.id, 'name', u.name) AS "addedBy", ${instant('m.added_at')} AS "addedAt"
     FROM proposition_member m JOIN annotation a ON a.id = m.annotation_id JOIN article t ON t.id = a.article_id
     JOIN app_user u ON u.id = m.added_by_id
     WHERE m.proposition_id = ANY($1::uuid[]) AND ${IS_MEMBER} AND ${SHOWN_ANNOTATION}
     ORDER BY t.published_at NULLS LAST, m.added_at, a.id`,
    propositionIds,
  );
  return rows.map(({ statement, ...rest }) => ({ ...statement, ...rest }));
}

/**
 * For each proposition that was confirmed to be the same as another, the name of their group: readers follow it, and
 * nothing is merged that would have to be taken apart again. `until` asks for an earlier time, from the history.
 */
export async function sameGroups(
  db: Database,
  workspaceId: string,
  until: Date | null = null,
): Promise<Map<string, string>> {
  const rows = until
    ? await db.$queryRaw<{ a: string; b: string }[]>`
        SELECT last.after->'from'->>'propositionId' AS a, last.after->'to'->>'propositionId' AS b FROM (
          SELECT DISTINCT ON (e.subject_id) e.after FROM workspace_event e
          WHERE e.workspace_id = ${workspaceId}::uuid AND e.type LIKE 'link\\_%' AND e.created_at <= ${until}::timestamptz
          ORDER BY e.subject_id, e.id DESC) last
        WHERE last.after->>'type' = 'same' AND last.after->>'state' = 'confirmed'`
    : await db.$queryRawUnsafe<{ a: string; b: string }[]>(
        `SELECT f.proposition_id AS a, t.proposition_id AS b FROM proposition_link l
         JOIN link_side f ON f.link_id = l.id AND f.side = 'from' JOIN link_side t ON t.link_id = l.id AND t.side = 'to'
         WHERE l.workspace_id = $1::uuid AND l.type = 'same' AND l.state = 'confirmed'
           AND f.proposition_id IS NOT NULL AND t.proposition_id IS NOT NULL AND ${LINK_IN_SIGHT}`,
        workspaceId,
      );
  return copyGroups(rows.filter(({ a, b }) => a && b).map(({ a, b }) => [a, b] as const));
}

/** The proposition of each annotation of a workspace, now or at an earlier time. */
export async function listPropositionIds(
  db: Database,
  workspaceId: string,
  until: Date | null,
): Promise<Map<string, string>> {
  const rows = await db.$queryRawUnsafe<{ annotationId: string; propositionId: string }[]>(
    `SELECT m.annotation_id AS "annotationId", m.proposition_id AS "propositionId"
     FROM proposition_member m JOIN proposition p ON p.id = m.proposition_id
     WHERE p.workspace_id = $1::uuid
       AND CASE WHEN $2::timestamptz IS NULL THEN m.removed_at IS NULL AND p.deleted_at IS NULL
         ELSE m.added_at <= $2 AND (m.removed_at IS NULL OR m.removed_at > $2)
           AND (p.deleted_at IS NULL OR p.deleted_at > $2) END
     ORDER BY m.id`,
    workspaceId,
    until,
  );
  const groups = await sameGroups(db, workspaceId, until);
  return new Map(
    rows.map(({ annotationId, propositionId }) => [annotationId, groups.get(propositionId) ?? propositionId]),
  );
}

/** The workspace that something of this feature belongs to; null also for what the reader may not see. */
export async function findWorkspaceSlugOf(
  db: Database,
  what: 'proposition' | 'proposition_link' | 'settling_proposal',
  id: string,
): Promise<string | null> {
  const places = {
    proposition: `proposition p JOIN workspace w ON w.id = p.workspace_id WHERE p.id = $1::uuid AND ${PROPOSITION_IN_SIGHT}`,
    proposition_link: `proposition_link l JOIN workspace w ON w.id = l.workspace_id WHERE l.id = $1::uuid AND ${LINK_IN_SIGHT}`,
    settling_proposal: `settling_proposal x JOIN annotation a ON a.id = x.annotation_id JOIN article t ON t.id = a.article_id
      JOIN workspace w ON w.id = t.workspace_id WHERE x.id = $1::uuid`,
  };
  const [row] = await db.$queryRawUnsafe<{ slug: string }[]>(`SELECT w.slug FROM ${places[what]}`, id);
  return row?.slug ?? null;
}

import 'server-only';
import type { SettlingProposal } from '@/lib/domain/proposition';
import type { Database } from './database';
import { instant } from './instant';
import { COUNTS } from './verifications';
import { ANNOTATION_STATEMENT, passageStatement, SHOWN_ANNOTATION } from './statements';

/** A decision on the prediction that counts, or may yet, has the passage, or a part of it, as evidence. */
const IS_USED = `EXISTS (SELECT 1 FROM evidence e JOIN verification v ON v.id = e.verification_id
  WHERE v.annotation_id = x.annotation_id AND e.article_id = r.article_id
    AND e.start_cp < x.end_cp AND e.end_cp > x.start_cp
    AND (${COUNTS} OR EXISTS (SELECT 1 FROM annotation w WHERE w.awaiting_id = v.id)))`;

const SETTLING = `SELECT json_build_object('id', x.id, 'annotationId', x.annotation_id,
    'state', CASE WHEN ${IS_USED} THEN 'used' ELSE x.state END, 'score', x.score, 'reasons', x.reasons,
    'passage', ${passageStatement('x.start_cp', 'x.end_cp')},
    'prediction', ${ANNOTATION_STATEMENT}::jsonb || jsonb_build_object('deadline', a.deadline::text),
    'createdAt', ${instant('x.created_at')}) AS proposal
  FROM settling_proposal x JOIN annotation a ON a.id = x.annotation_id
  JOIN revision r ON r.id = x.revision_id JOIN article ra ON ra.current_revision_id = r.id JOIN article pa ON pa.id = a.article_id
  WHERE ${SHOWN_ANNOTATION} AND a.kind = 'prediction'`;

export interface SettlingListing {
  workspaceId: string;
  /** Of one prediction alone; null for all. */
  annotationId: string | null;
  /** Only what nobody has dismissed, of predictions that nobody has decided. */
  isOpenOnly: boolean;
  limit: number;
  after: [score: number, id: string] | null;
}

/** What may settle predictions of a workspace, the likeliest first, at most `limit + 1`. */
export async function listSettling(db: Database, listing: SettlingListing): Promise<SettlingProposal[]> {
  const rows = await db.$queryRawUnsafe<{ proposal: SettlingProposal }[]>(
    `${SETTLING} AND pa.workspace_id = $1::uuid AND ($2::uuid IS NULL OR x.annotation_id = $2::uuid)
       ${listing.isOpenOnly ? `AND x.state = 'proposed' AND a.status IN ('pending', 'in_review') AND NOT ${IS_USED}` : ''}
       ${listing.after ? 'AND (x.score, x.id) < ($4::float8, $5::uuid)' : ''}
     ORDER BY x.score DESC, x.id DESC LIMIT $3`,
    listing.workspaceId,
    listing.annotationId,
    listing.limit + 1,
    ...(listing.after ?? []),
  );
  return rows.map(({ proposal }) => proposal);
}

export async function findSettling(db: Database, id: string): Promise<SettlingProposal | null> {
  const rows = await db.$queryRawUnsafe<{ proposal: SettlingProposal }[]>(
    `${SETTLING} AND x.id = $1::uuid`,
    id,
  );
  return rows[0]?.proposal ?? null;
}

/** Stores what may settle a prediction; a passage that says the same as one that was proposed before is left out. */
export async function insertSettling(
  tx: Database,
  row: {
    id: string;
    annotationId: string;
    revisionId: string;
    start: number;
    end: number;
    score: number;
    reasons: string[];
    fingerprint: string;
    now: Date;
  },
): Promise<boolean> {
  const { now, ...data } = row;
  const made = await tx.settlingProposal.createMany({
    data: [{ ...data, createdAt: now }],
    skipDuplicates: true,
  });
  if (made.count > 0) return true;
  // The same words in a newer text of the article: the proposal goes over to it.
  await tx.$executeRaw`
    UPDATE settling_proposal x SET revision_id = ${row.revisionId}::uuid, start_cp = ${row.start}::int, end_cp = ${row.end}::int
    FROM revision old, revision new
    WHERE x.annotation_id = ${row.annotationId}::uuid AND x.fingerprint = ${row.fingerprint} AND old.id = x.revision_id
      AND new.id = ${row.revisionId}::uuid AND old.article_id = new.article_id AND old.id <> new.id`;
  return false;
}

/** Dismisses a proposal or takes that back; false where it stood so already. */
export async function updateSettling(
  tx: Database,
  id: string,
  change: { state: 'proposed' | 'dismissed'; userId: string; now: Date },
): Promise<boolean> {
  const { state, userId, now } = change;
  const isDismissed = state === 'dismissed';
  const { count } = await tx.settlingProposal.updateMany({
    where: { id, state: { not: state } },
    data: { state, decidedById: isDismissed ? userId : null, decidedAt: isDismissed ? now : null },
  });
  return count > 0;
}

/** Members who are told of what may settle a prediction: whoever marked it, and whoever is to check it. */
export async function listThoseWhoFollow(
  db: Database,
  workspaceId: string,
  annotationId: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.user_id AS id FROM membership m
    WHERE m.workspace_id = ${workspaceId}::uuid AND (
      m.user_id = (SELECT a.author_id FROM annotation a WHERE a.id = ${annotationId}::uuid)
      OR m.user_id = (SELECT c.assignee_id FROM desk_check c WHERE c.annotation_id = ${annotationId}::uuid))`;
  return rows.map(({ id }) => id);
}

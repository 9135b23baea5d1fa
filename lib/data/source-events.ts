import 'server-only';
import type { Database } from './database';
import { instant } from './instant';
import type { WorkspaceEvent } from './workspace-events';

/**
 * The history of a source: of itself, of those that are merged into it, the merges and un-merges that it took part in,
 * and who was told apart from it. The newest first, at most `limit + 1`.
 */
export async function listSourceEvents(
  db: Database,
  {
    workspaceId,
    sourceId,
    limit,
    before,
  }: { workspaceId: string; sourceId: string; limit: number; before: number | null },
): Promise<WorkspaceEvent[]> {
  const rows = await db.$queryRawUnsafe<
    (WorkspaceEvent & { actorId: string | null; actorName: string | null })[]
  >(
    `SELECT e.id::int AS id, e.type, e.subject_id AS "subjectId", e.before, e.after, u.id AS "actorId",
       u.name AS "actorName", ${instant('e.created_at')} AS "createdAt"
     FROM workspace_event e LEFT JOIN app_user u ON u.id = e.actor_id
     WHERE e.workspace_id = $1::uuid AND ($3::bigint IS NULL OR e.id < $3::bigint)
       AND EXISTS (SELECT 1 FROM source s WHERE s.id = e.subject_id) AND (
       e.subject_id = $2::text::uuid OR e.subject_id IN (SELECT s.id FROM source s WHERE s.survivor_id = $2::text::uuid)
       OR (e.type = 'source_merged' AND e.after->>'mergedInto' = $2::text)
       OR (e.type = 'source_unmerged' AND e.before->>'mergedInto' = $2::text)
       OR (e.type IN ('source_distinguished', 'source_undistinguished') AND e.after->>'otherId' = $2::text))
     ORDER BY e.id DESC LIMIT $4::int`,
    workspaceId,
    sourceId,
    before,
    limit + 1,
  );
  return rows.map(({ actorId, actorName, ...event }) => ({
    ...event,
    actor: actorId && actorName !== null ? { id: actorId, name: actorName } : null,
  }));
}

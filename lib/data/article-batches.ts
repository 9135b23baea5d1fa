import 'server-only';
import type { Snapshot } from './snapshot';

/** So many articles at once: their annotations are few enough to be put in order in memory. */
const AT_ONCE = 100;

/** The ids of all articles of a workspace, in the order of the lossless form. */
export async function* articleBatches(snapshot: Snapshot, workspaceId: string): AsyncGenerator<string[]> {
  let last: { id: string; at: string } | undefined;
  do {
    const { rows } = await snapshot.query<{ id: string; at: string }>(
      `SELECT t.id, t.created_at::text AS at FROM article t WHERE t.workspace_id = $1::uuid
         ${last ? 'AND (t.created_at, t.id) > ($2::timestamptz, $3::uuid)' : ''}
       ORDER BY t.created_at, t.id LIMIT ${AT_ONCE}`,
      last ? [workspaceId, last.at, last.id] : [workspaceId],
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
  } while (last);
}

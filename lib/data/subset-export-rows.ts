import 'server-only';
import { filterFromQuery } from '@/lib/domain/annotation-filter';
import type { ExportedSubset } from '@/lib/export/records';
import { instant } from './instant';
import type { Snapshot } from './snapshot';
import { streamed } from './streamed-rows';

/** The kept filters of a workspace by creation; deleted ones are left out. */
export async function* readSubsets(snapshot: Snapshot, workspaceId: string): AsyncGenerator<ExportedSubset> {
  const rows = streamed<ExportedSubset>(
    snapshot,
    `SELECT s.id, s.name, s.note, s.filter, s.version, json_build_object('id', u.id, 'name', u.name) AS author,
       ${instant('s.created_at')} AS "createdAt", ${instant('s.updated_at')} AS "updatedAt"
     FROM subset s JOIN app_user u ON u.id = s.author_id
     WHERE s.workspace_id = $1::uuid AND s.deleted_at IS NULL ORDER BY s.created_at, s.id`,
    [workspaceId],
  );
  for await (const row of rows) yield { ...row, filter: inOrder(row.filter) };
}

/** The database does not keep the order of keys; reading a filter makes it. */
function inOrder(filter: ExportedSubset['filter']): ExportedSubset['filter'] {
  const read = filterFromQuery(filter);
  return read.ok ? (read.value as ExportedSubset['filter']) : filter;
}

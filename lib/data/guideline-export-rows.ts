import 'server-only';
import type { Guideline } from '@/lib/domain/guideline';
import { GUIDELINE_COLUMNS, guidelineFromRow } from './guidelines';
import type { Snapshot } from './snapshot';
import { streamed } from './streamed-rows';

/** The versions of a workspace's guideline, by number: of a part of it too, because annotations say theirs. */
export async function* readGuidelines(snapshot: Snapshot, workspaceId: string): AsyncGenerator<Guideline> {
  const sql = `SELECT ${GUIDELINE_COLUMNS} FROM guideline g WHERE g.workspace_id = $1::uuid ORDER BY g.number`;
  for await (const row of streamed<Guideline>(snapshot, sql, [workspaceId], 4)) yield guidelineFromRow(row);
}

import 'server-only';
import { countAnnotations, readDescribed, readRecords, readWorkspace } from '@/lib/data/export-rows';
import { type Snapshot, snapshotRows } from '@/lib/data/snapshot';
import { EXPORT_FILES, exportFileName } from '@/lib/domain/export-file';
import { type ExportRequest, exportRequestSchema } from '@/lib/domain/export-request';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { bytesFromChunks, joinedChunks } from '@/lib/export/chunks';
import { csvChunks } from '@/lib/export/csv';
import { jsonlLines } from '@/lib/export/jsonl';
import { w3cChunks } from '@/lib/export/w3c';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** A file that is written while it is read. A consumer that stops early frees the connection it is read from. */
export interface ExportFile {
  fileName: string;
  mediaType: string;
  body: AsyncGenerator<Uint8Array>;
}

/**
 * The workspace's articles and annotations in one of the formats, as they stood in one instant. What was deleted
 * is left out. The bytes depend on the data alone, not on when or by whom they are asked for.
 */
export async function exportWorkspace(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<ExportFile, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const request = parseInput(exportRequestSchema, input.query);
  if (!request.ok) return request;
  const { id, slug } = access.value.workspace;
  const { format, text } = request.value;
  const chunks = snapshotRows((snapshot) => chunksOf(snapshot, id, request.value));
  return ok({
    fileName: exportFileName(slug, format, text),
    mediaType: EXPORT_FILES[format].mediaType,
    body: bytesFromChunks(joinedChunks(chunks)),
  });
}

async function* chunksOf(
  snapshot: Snapshot,
  workspaceId: string,
  { format, text }: ExportRequest,
): AsyncGenerator<string> {
  const options = { text };
  const reading = { withText: text === 'full' };
  if (format === 'jsonl') return yield* jsonlLines(options, readRecords(snapshot, workspaceId, reading));
  const rows = readDescribed(snapshot, workspaceId, reading);
  if (format === 'csv') return yield* csvChunks(options, rows);
  const workspace = await readWorkspace(snapshot, workspaceId);
  const total = await countAnnotations(snapshot, workspaceId);
  yield* w3cChunks(options, { workspace, total }, rows);
}

import 'server-only';
import { countAnnotations, readDescribed, readRecords, readWorkspace } from '@/lib/data/export-rows';
import { type Snapshot, snapshotRows } from '@/lib/data/snapshot';
import { type ExportRequest, exportRequestSchema } from '@/lib/domain/export-request';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { ExportFormat } from '@/lib/domain/vocabulary';
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

const FILES: Record<ExportFormat, { extension: string; mediaType: string }> = {
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  w3c: { extension: 'jsonld', mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' },
};

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
  const { extension, mediaType } = FILES[request.value.format];
  const chunks = snapshotRows((snapshot) => chunksOf(snapshot, id, request.value));
  return ok({
    fileName: `${slug}-${request.value.text}.${extension}`,
    mediaType,
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

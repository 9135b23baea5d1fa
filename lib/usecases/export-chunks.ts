import 'server-only';
import { factCheckLink, publisherLink } from '@/lib/auth/links';
import { readDocuments } from '@/lib/data/document-rows';
import { countAnnotations, readDescribed, readRecords, readWorkspace } from '@/lib/data/export-rows';
import { readPublished } from '@/lib/data/published-rows';
import type { Snapshot } from '@/lib/data/snapshot';
import type { ExportRequest } from '@/lib/domain/export-request';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import { averitecChunks, averitecLosses } from '@/lib/export/averitec';
import { bratFiles, bratLosses } from '@/lib/export/brat';
import { bytesFromChunks, joinedChunks } from '@/lib/export/chunks';
import { claimReviewChunks, type PublishedReview } from '@/lib/export/claimreview';
import { conllChunks, conllLosses } from '@/lib/export/conll';
import { csvChunks } from '@/lib/export/csv';
import { doccanoLines, doccanoLosses } from '@/lib/export/doccano';
import type { ExportedDocument } from '@/lib/export/records';
import { jsonlLines } from '@/lib/export/jsonl';
import { labelStudioChunks } from '@/lib/export/labelstudio';
import type { Loss } from '@/lib/export/loss';
import { parquetChunks } from '@/lib/export/parquet';
import { w3cChunks } from '@/lib/export/w3c';
import { webannoFiles, webannoLosses } from '@/lib/export/webanno';
import { zipChunks } from '@/lib/export/zip';

/** The bytes of an export, written while its rows are read. */
export function exportBytes(
  snapshot: Snapshot,
  workspaceId: string,
  { format, text }: ExportRequest,
): AsyncIterable<Uint8Array> {
  const options = { text };
  const documents = () => readDocuments(snapshot, workspaceId);
  if (format === 'parquet')
    return parquetChunks(options, readDescribed(snapshot, workspaceId, { withText: text === 'full' }));
  if (format === 'brat') return zipChunks(bratFiles(options, documents()));
  if (format === 'webanno') return zipChunks(webannoFiles(options, documents()));
  return bytesFromChunks(joinedChunks(textChunks(snapshot, workspaceId, { format, text })));
}

async function* textChunks(
  snapshot: Snapshot,
  workspaceId: string,
  {
    format,
    text,
  }: { format: Exclude<ExportFormat, 'parquet' | 'brat' | 'webanno'>; text: ExportRequest['text'] },
): AsyncGenerator<string> {
  const options = { text };
  const reading = { withText: text === 'full' };
  const documents = () => readDocuments(snapshot, workspaceId);
  const rows = () => readDescribed(snapshot, workspaceId, reading);
  switch (format) {
    case 'jsonl':
      return yield* jsonlLines(options, readRecords(snapshot, workspaceId, reading));
    case 'csv':
      return yield* csvChunks(options, rows());
    case 'w3c': {
      const workspace = await readWorkspace(snapshot, workspaceId);
      const total = await countAnnotations(snapshot, workspaceId);
      return yield* w3cChunks(options, { workspace, total }, rows());
    }
    case 'claimreview':
      return yield* claimReviewChunks(readReviews(snapshot, workspaceId));
    case 'conll':
      return yield* conllChunks(options, documents());
    case 'labelstudio':
      return yield* labelStudioChunks(options, documents());
    case 'doccano':
      return yield* doccanoLines(options, documents());
    case 'averitec':
      return yield* averitecChunks(options, rows());
  }
}

/** What an export in the format leaves behind, annotation by annotation; nothing for the formats that hold all of it. */
export async function* lossesIn(
  snapshot: Snapshot,
  workspaceId: string,
  format: ExportFormat,
): AsyncGenerator<Loss> {
  if (format === 'averitec')
    return yield* averitecLosses(readDescribed(snapshot, workspaceId, { withText: false }));
  const lossesOf = DOCUMENT_LOSSES[format];
  if (!lossesOf) return;
  for await (const document of readDocuments(snapshot, workspaceId)) yield* lossesOf(document);
}

const DOCUMENT_LOSSES: Partial<Record<ExportFormat, (document: ExportedDocument) => Iterable<Loss>>> = {
  brat: bratLosses,
  conll: conllLosses,
  webanno: webannoLosses,
  doccano: doccanoLosses,
};

/** What is public now, with the addresses at which it is. */
async function* readReviews(snapshot: Snapshot, workspaceId: string): AsyncGenerator<PublishedReview> {
  const { name, slug } = await readWorkspace(snapshot, workspaceId);
  const publisher = { name, url: publisherLink(slug) };
  for await (const { id, ...review } of readPublished(snapshot, workspaceId))
    yield { url: factCheckLink(id), publisher, ...review };
}

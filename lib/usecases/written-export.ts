import 'server-only';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import { averitecChunks, averitecLosses } from '@/lib/export/averitec';
import { bratFiles, bratLosses } from '@/lib/export/brat';
import { bytesFromChunks, joinedChunks } from '@/lib/export/chunks';
import { claimReviewChunks } from '@/lib/export/claimreview';
import { conllChunks, conllLosses } from '@/lib/export/conll';
import { csvChunks } from '@/lib/export/csv';
import { doccanoLines, doccanoLosses } from '@/lib/export/doccano';
import { jsonlLines } from '@/lib/export/jsonl';
import { labelStudioChunks } from '@/lib/export/labelstudio';
import type { Loss } from '@/lib/export/loss';
import { parquetChunks } from '@/lib/export/parquet';
import type { ExportedDocument, ExportOptions } from '@/lib/export/records';
import { w3cChunks } from '@/lib/export/w3c';
import { webannoFiles, webannoLosses } from '@/lib/export/webanno';
import { zipChunks } from '@/lib/export/zip';
import type { ExportSource } from './export-source';

/** The bytes of an export in a format, written while its rows are read. */
export function writtenExport(
  source: ExportSource,
  format: ExportFormat,
  options: ExportOptions,
): AsyncIterable<Uint8Array> {
  if (format === 'parquet') return parquetChunks(options, source.rows(options.text));
  if (format === 'brat') return zipChunks(bratFiles(options, source.documents()));
  if (format === 'webanno') return zipChunks(webannoFiles(options, source.documents()));
  return bytesFromChunks(joinedChunks(textChunks(source, format, options)));
}

async function* textChunks(
  source: ExportSource,
  format: Exclude<ExportFormat, 'parquet' | 'brat' | 'webanno'>,
  options: ExportOptions,
): AsyncGenerator<string> {
  switch (format) {
    case 'jsonl':
      return yield* jsonlLines(options, source.records(options.text));
    case 'csv':
      return yield* csvChunks(options, source.rows(options.text));
    case 'w3c': {
      const about = { workspace: await source.workspace(), total: await source.countAnnotations() };
      return yield* w3cChunks(options, about, source.rows(options.text));
    }
    case 'claimreview':
      return yield* claimReviewChunks(source.reviews());
    case 'conll':
      return yield* conllChunks(options, source.documents());
    case 'labelstudio':
      return yield* labelStudioChunks(options, source.documents());
    case 'doccano':
      return yield* doccanoLines(options, source.documents());
    case 'averitec':
      return yield* averitecChunks(options, source.rows(options.text));
  }
}

/** What an export in the format leaves behind, annotation by annotation; nothing for the formats that hold all of it. */
export async function* lossesOfExport(source: ExportSource, format: ExportFormat): AsyncGenerator<Loss> {
  if (format === 'averitec') return yield* averitecLosses(source.rows(null));
  const lossesOf = DOCUMENT_LOSSES[format];
  if (!lossesOf) return;
  for await (const document of source.documents()) yield* lossesOf(document);
}

const DOCUMENT_LOSSES: Partial<Record<ExportFormat, (document: ExportedDocument) => Iterable<Loss>>> = {
  brat: bratLosses,
  conll: conllLosses,
  webanno: webannoLosses,
  doccano: doccanoLosses,
};

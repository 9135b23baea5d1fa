import type { ExportFormat } from '@/lib/domain/vocabulary';

/**
 * The sentence by which a release is found in a corpus that it got into, with a GUID that stands nowhere else: that of the
 * release. The same release always has the same one.
 */
export const canaryOf = (releaseId: string): string =>
  `Data of a Touchstone release. Its test part is for evaluation and must not be in training corpora. canary GUID touchstone:${releaseId}`;

/**
 * Where the canary stands in the file of each format; null where a reader of that format would take it for data. Formats
 * that cannot hold it are covered by the documents beside them.
 */
export const CANARY_PLACES: Record<ExportFormat, string | null> = {
  jsonl: 'in the header, as canary',
  csv: null,
  parquet: 'in the metadata of the file, as canary',
  w3c: null,
  claimreview: null,
  brat: null,
  conll: 'in a comment at the beginning',
  webanno: null,
  labelstudio: null,
  doccano: null,
  averitec: null,
};

import type { ExportFormat } from './vocabulary';

/** What the file of each format is called in a release: the same in every one, so that a program finds it. */
export const RELEASE_FILE_NAMES: Record<ExportFormat, string> = {
  jsonl: 'dataset.jsonl',
  csv: 'annotations.csv',
  parquet: 'annotations.parquet',
  w3c: 'annotations.jsonld',
  claimreview: 'claimreview.jsonld',
  brat: 'brat.zip',
  conll: 'annotations.conll',
  webanno: 'webanno.zip',
  labelstudio: 'labelstudio.json',
  doccano: 'doccano.jsonl',
  averitec: 'averitec.json',
};

/** What is in the file of each format, in one sentence. */
export const WHAT_OF_FORMAT: Record<ExportFormat, string> = {
  jsonl: 'Every record in the lossless native form, one a line.',
  csv: 'The annotations with their articles and the decisions in force, as a table.',
  parquet: 'The same table as columns with types.',
  w3c: 'The annotations by the Web Annotation standard of the W3C.',
  claimreview: 'The published fact checks as schema.org ClaimReview.',
  brat: 'A text and a standoff file for each article, for brat.',
  conll: 'The words of the texts with a tag each.',
  webanno: 'A WebAnno TSV 3.3 file for each article, for INCEpTION.',
  labelstudio: 'A task for each article, for Label Studio.',
  doccano: 'A line for each article, for doccano.',
  averitec: 'The decided claims with questions and answers, as AVeriTeC has them.',
};

/** What a row of the file of each format is; null where its rows are of several sorts, or none. */
export const ROWS_OF_FORMAT: Record<ExportFormat, 'rows' | 'documents' | 'reviews' | null> = {
  jsonl: null,
  csv: 'rows',
  parquet: 'rows',
  w3c: 'rows',
  claimreview: 'reviews',
  brat: null,
  conll: null,
  webanno: null,
  labelstudio: 'documents',
  doccano: 'documents',
  averitec: null,
};

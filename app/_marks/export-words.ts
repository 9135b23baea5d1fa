import type { LossSubject } from '@/lib/domain/loss-counts';
import type { AskedText } from '@/lib/domain/licence';
import type { ExportFormat } from '@/lib/domain/vocabulary';

const FORMAT_WORDS: Record<ExportFormat, { word: string; is: string }> = {
  jsonl: {
    word: 'JSON Lines',
    is: 'Every field of articles, sources, annotations and verifications: for programs and for keeping',
  },
  csv: { word: 'CSV', is: 'One row per annotation, for a spreadsheet' },
  parquet: {
    word: 'Parquet',
    is: 'The same table with typed columns, for DuckDB, Spark, pandas and the like',
  },
  w3c: { word: 'W3C Web Annotation', is: 'JSON-LD that other annotation tools read' },
  claimreview: {
    word: 'ClaimReview',
    is: 'What is published, as JSON-LD that search engines and fact-check databases read',
  },
  brat: {
    word: 'brat standoff',
    is: 'For the annotation tool brat and what reads its files: an archive of texts and marks',
  },
  conll: { word: 'CoNLL', is: 'One word a line with a tag, for training taggers' },
  webanno: { word: 'WebAnno TSV', is: 'For INCEpTION and WebAnno: an archive with a table for each text' },
  labelstudio: { word: 'Label Studio', is: 'Tasks with their annotations, to be imported into Label Studio' },
  doccano: { word: 'doccano', is: 'Texts with labelled stretches, to be imported into doccano' },
  averitec: {
    word: 'AVeriTeC',
    is: 'Decided claims with their evidence, in the form of the fact-checking data set',
  },
};
export const wordOfFormat = (format: ExportFormat): string => FORMAT_WORDS[format].word;
export const meaningOfFormat = (format: ExportFormat): string => FORMAT_WORDS[format].is;

const LOSS_WORDS: Record<LossSubject, { one: string; many: string }> = {
  annotation: { one: 'annotation', many: 'annotations' },
  span: { one: 'position', many: 'positions' },
  overlap: { one: 'mark that overlaps another', many: 'marks that overlap others' },
  boundary: { one: 'mark with white space at its ends', many: 'marks with white space at their ends' },
  discontinuity: { one: 'tie between stretches', many: 'ties between stretches' },
  status: { one: 'status', many: 'statuses' },
  verification: { one: 'decision with its evidence', many: 'decisions with their evidence' },
  evidence_position: { one: 'position of evidence', many: 'positions of evidence' },
  attribution: { one: 'attribution', many: 'attributions' },
  details: { one: 'set of details', many: 'sets of details' },
  tags: { one: 'set of tags', many: 'sets of tags' },
  attributes: { one: 'set of your own attributes', many: 'sets of your own attributes' },
  anchor: { one: 'sign that the text has changed', many: 'signs that the text has changed' },
};
/** So many of what an export leaves behind. */
export const countOfLosses = (subject: LossSubject, count: number): string =>
  `${count.toLocaleString('en')} ${LOSS_WORDS[subject][count === 1 ? 'one' : 'many']}`;

const TEXT_MODE_WORDS: Record<AskedText, { word: string; is: string }> = {
  licensed: {
    word: 'By each article’s licence',
    is: 'Whole texts where the licence allows it, else excerpts',
  },
  full: { word: 'Full texts', is: 'The whole text of each article: only where you may pass it on' },
  excerpts: { word: 'Excerpts', is: 'The marked words and a little around them' },
  offsets: { word: 'Positions only', is: 'Where the marks lie, without the words of the articles' },
};
export const wordOfTextMode = (mode: AskedText): string => TEXT_MODE_WORDS[mode].word;
export const meaningOfTextMode = (mode: AskedText): string => TEXT_MODE_WORDS[mode].is;

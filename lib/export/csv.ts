import { stringify } from 'csv-stringify/sync';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { TextMode } from '@/lib/domain/vocabulary';
import { neutralizedCell } from './formula';
import { jsonFromAttributes } from './guideline-json';
import { type DescribedAnnotation, type ExportOptions, OFFSET_UNIT, verificationInForce } from './records';
import { shownCriteria, shownExcerpt, shownHop, shownRow, shownSpan } from './text-mode';

/** What stands in a cell; null and undefined are an empty one. */
export type Cell = string | number | boolean | null | undefined;
type Column = (row: DescribedAnnotation, mode: TextMode) => Cell;

const json = (value: unknown): string => JSON.stringify(value);
const words = (mode: TextMode, text: string | undefined): Cell => (mode === 'offsets' ? null : text);

/** Columns by name, in order. */
const COLUMNS: Readonly<Record<string, Column>> = {
  annotation_id: ({ annotation }) => annotation.id,
  kind: ({ annotation }) => annotation.kind,
  status: ({ annotation }) => annotation.status,
  exact: ({ annotation }, mode) => words(mode, wordsOf(annotation)),
  prefix: ({ annotation }, mode) => words(mode, annotation.spans[0]?.prefix),
  suffix: ({ annotation }, mode) => words(mode, annotation.spans.at(-1)?.suffix),
  start: ({ annotation }) => annotation.spans[0]?.start,
  end: ({ annotation }) => annotation.spans[0]?.end,
  spans: ({ annotation }, mode) => json(annotation.spans.map((span) => shownSpan(mode, span))),
  offset_unit: () => OFFSET_UNIT,
  anchor: ({ annotation }) => annotation.anchor,
  recheck_since_revision: ({ annotation }) => annotation.recheck?.sinceRevision,
  source: ({ annotation }) => annotation.attribution[0]?.source.name,
  source_id: ({ annotation }) => annotation.attribution[0]?.source.id,
  source_recorded_as: ({ annotation }) => annotation.attribution[0]?.recordedAs?.name,
  source_type: ({ annotation }) => annotation.attribution[0]?.source.type,
  source_mode: ({ annotation }) => annotation.attribution[0]?.mode,
  cue: ({ annotation }) => annotation.attribution[0]?.cue,
  via: ({ annotation }) =>
    annotation.attribution
      .slice(1)
      .map((hop) => hop.source.name)
      .join(' via '),
  attribution: ({ annotation }, mode) => json(annotation.attribution.map((hop) => shownHop(mode, hop))),
  claim_normalized: ({ annotation }) => annotation.claim?.normalized,
  claim_checkworthy: ({ annotation }) => annotation.claim?.checkworthy,
  claim_judged_as_of: ({ annotation }) => annotation.claim?.judgedAsOf,
  quote_form: ({ annotation }) => annotation.quote?.form,
  prediction_horizon_text: ({ annotation }) => annotation.prediction?.horizonText,
  prediction_deadline: ({ annotation }) => annotation.prediction?.deadline,
  prediction_condition: ({ annotation }) => annotation.prediction?.condition,
  prediction_likelihood_words: ({ annotation }) => annotation.prediction?.likelihoodWords,
  prediction_probability: ({ annotation }) => annotation.prediction?.probability,
  prediction_criteria: ({ annotation }) => annotation.prediction?.criteria,
  prediction_deadline_basis: ({ annotation }) => annotation.prediction?.deadlineBasis,
  prediction_deadline_earliest: ({ annotation }) => annotation.prediction?.deadlineEarliest,
  prediction_polarity: ({ annotation }) => annotation.prediction?.polarity,
  prediction_threshold: ({ annotation }) =>
    annotation.prediction?.threshold ? json(annotation.prediction.threshold) : null,
  prediction_condition_state: ({ annotation }) => annotation.tracking?.condition,
  prediction_criteria_written_at: ({ annotation }) => annotation.tracking?.criteriaWrittenAt,
  prediction_criteria_locked_at: ({ annotation }) => annotation.tracking?.criteriaLock?.lockedAt,
  tags: ({ annotation }) => json(annotation.tags),
  attributes: ({ annotation }) => json(jsonFromAttributes(annotation.attributes)),
  guideline_version: ({ annotation }) => annotation.guidelineVersion,
  rationale: (row) => verificationInForce(row)?.rationale,
  evidence_urls: (row) =>
    evidenceOf(row)
      .flatMap((item) => item.url ?? item.articleUrl ?? [])
      .join(' '),
  evidence: (row, mode) =>
    json(
      evidenceOf(row).map(({ articleTextAllowed: _allowed, ...item }) => ({
        ...item,
        excerpt: shownExcerpt(mode, item),
      })),
    ),
  searches: (row) => json(verificationInForce(row)?.searches ?? []),
  criteria: (row, mode) => {
    const verification = verificationInForce(row);
    return verification && shownCriteria(mode, verification);
  },
  criteria_post_hoc: (row) => verificationInForce(row)?.criteriaPostHoc,
  error_hop: (row) => verificationInForce(row)?.errorHop,
  error_source: (row) => verificationInForce(row)?.errorSource?.name,
  outcome_known_at: (row) => verificationInForce(row)?.outcomeKnownAt,
  verified_by: (row) => verificationInForce(row)?.verifier.name,
  verified_at: (row) => verificationInForce(row)?.createdAt,
  approved_by: (row) => verificationInForce(row)?.approval?.by?.name,
  correction_reason: (row) => verificationInForce(row)?.correction?.reason,
  article_id: ({ article }) => article.id,
  article_title: ({ article }) => article.title,
  article_publisher: ({ article }) => article.publisher,
  article_byline: ({ article }) => article.byline,
  article_url: ({ article }) => article.url,
  article_published_at: ({ article }) => article.publishedAt,
  article_published_at_precision: ({ article }) => article.publishedAtPrecision,
  article_published_at_basis: ({ article }) => article.publishedAtBasis,
  article_language: ({ article }) => article.language,
  article_licence: ({ article }) => article.licence,
  article_licence_url: ({ article }) => article.licenceUrl,
  article_rights_holder: ({ article }) => article.rightsHolder,
  text_mode: (_, mode) => mode,
  revision_id: ({ revision }) => revision.id,
  revision_number: ({ revision }) => revision.number,
  revision_sha256: ({ revision }) => revision.sha256,
  revision_text: ({ revision }, mode) => (mode === 'full' ? revision.text : null),
  author: ({ annotation }) => annotation.author.name,
  author_id: ({ annotation }) => annotation.author.id,
  version: ({ annotation }) => annotation.version,
  created_at: ({ annotation }) => annotation.createdAt,
  updated_at: ({ annotation }) => annotation.updatedAt,
};

/** The names of the columns, in order; the same in every text mode. */
export const CSV_COLUMNS: readonly string[] = Object.keys(COLUMNS);
const READERS: readonly Column[] = Object.values(COLUMNS);

/** The cells of a row in the order of {@link CSV_COLUMNS}, before they are made safe for a spreadsheet. */
export const cellsOf = (row: DescribedAnnotation, mode: TextMode): Cell[] =>
  READERS.map((read) => read(row, mode));

const evidenceOf = (row: DescribedAnnotation) => verificationInForce(row)?.evidence ?? [];

const ROWS_AT_ONCE = 200;

/**
 * A table with one row per annotation: RFC 4180, CRLF, UTF-8 without a byte order mark (which readers of datasets take
 * for a part of the first column's name; in a spreadsheet choose UTF-8 when importing). Offsets are code points.
 * `start` and `end` are those of the first span and `exact` joins the stretches with " … "; `spans` has each of them
 * as JSON. `attribution`, `tags`, `attributes`, `evidence` and `searches` are JSON too. Verification columns are of the decision
 * that the status rests on. `revision_text` stands on the first row of each revision, where `text_mode` is `full`.
 * Text that a spreadsheet would run has an apostrophe before it; JSON columns hold the words unchanged.
 */
export async function* csvChunks(
  { text }: ExportOptions,
  rows: AsyncIterable<DescribedAnnotation>,
): AsyncGenerator<string> {
  yield csvFrom([CSV_COLUMNS]);
  let batch: string[][] = [];
  for await (const row of rows) {
    const shown = shownRow(text, row);
    batch.push(cellsOf(shown.row, shown.mode).map(textOfCell));
    if (batch.length < ROWS_AT_ONCE) continue;
    yield csvFrom(batch);
    batch = [];
  }
  if (batch.length > 0) yield csvFrom(batch);
}

// Once it is told a line end of its own, csv-stringify leaves single line feeds unquoted unless asked.
const csvFrom = (rows: readonly (readonly string[])[]): string =>
  stringify([...rows], { record_delimiter: '\r\n', quote_record_delimiter: true });

// Not csv-stringify's own escape_formulas: it looks at the first character only, and cannot be undone.
function textOfCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' ? neutralizedCell(cell) : String(cell);
}

import { stringify } from 'csv-stringify/sync';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { ListedPrediction } from '@/lib/domain/listed-prediction';
import { thresholdInWords } from '@/lib/domain/threshold-words';
import { neutralizedCell } from './formula';

type Cell = string | number | null | undefined;

const COLUMNS: Readonly<Record<string, (prediction: ListedPrediction) => Cell>> = {
  annotation_id: ({ id }) => id,
  state: ({ state }) => state,
  status: ({ status }) => status,
  words: (prediction) => wordsOf(prediction),
  source: ({ attribution }) => attribution[0]?.source.name,
  via: ({ attribution }) =>
    attribution
      .slice(1)
      .map(({ source }) => source.name)
      .join(' via '),
  article_id: ({ article }) => article.id,
  article_title: ({ article }) => article.title,
  publisher: ({ article }) => article.publisher,
  published_at: ({ article }) => article.publishedAt,
  horizon_text: ({ prediction }) => prediction?.horizonText,
  deadline: ({ prediction }) => prediction?.deadline,
  deadline_basis: ({ prediction }) => prediction?.deadlineBasis,
  deadline_earliest: ({ prediction }) => prediction?.deadlineEarliest,
  horizon_read_deadline: ({ horizon }) => horizon?.deadline,
  horizon_read_basis: ({ horizon }) => horizon?.basis,
  likelihood_words: ({ prediction }) => prediction?.likelihoodWords,
  probability: ({ prediction }) => prediction?.probability,
  likelihood_class: ({ likelihood }) => likelihood.class,
  likelihood_low: ({ likelihood }) => likelihood.interval?.low,
  likelihood_high: ({ likelihood }) => likelihood.interval?.high,
  condition: ({ prediction }) => prediction?.condition,
  condition_state: ({ tracking }) => tracking?.condition,
  polarity: ({ prediction }) => prediction?.polarity,
  threshold_quantity: ({ prediction }) => prediction?.threshold?.quantity,
  threshold_comparator: ({ prediction }) => prediction?.threshold?.comparator,
  threshold_value: ({ prediction }) => prediction?.threshold?.value,
  threshold_upper: ({ prediction }) => prediction?.threshold?.upper,
  threshold_unit: ({ prediction }) => prediction?.threshold?.unit,
  threshold_in_words: ({ prediction }) => prediction?.threshold && thresholdInWords(prediction.threshold),
  criteria: ({ prediction }) => prediction?.criteria,
  criteria_state: ({ criteriaState }) => criteriaState,
  criteria_written_at: ({ tracking }) => tracking?.criteriaWrittenAt,
  criteria_locked_at: ({ tracking }) => tracking?.criteriaLock?.lockedAt,
  outcome_known_at: ({ outcomeKnownAt }) => outcomeKnownAt,
  tags: ({ tags }) => JSON.stringify(tags),
};

/** The tracker as a table: RFC 4180 with CRLF, UTF-8, one row per prediction. An empty cell is a field that is not set. */
export const predictionsCsv = (predictions: readonly ListedPrediction[]): string =>
  stringify(
    [
      Object.keys(COLUMNS),
      ...predictions.map((prediction) => Object.values(COLUMNS).map((read) => textOfCell(read(prediction)))),
    ],
    { record_delimiter: '\r\n', quote_record_delimiter: true },
  );

const textOfCell = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? neutralizedCell(cell) : String(cell);

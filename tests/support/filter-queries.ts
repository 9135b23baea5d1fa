import fc from 'fast-check';
import {
  ADJUDICATIONS,
  CHECKWORTHY,
  FACT_CHECKS,
  PASS_AGREEMENTS,
  PRESENCE,
} from '@/lib/domain/annotation-filter';
import { ALL_STATUSES, ANCHOR_STATES, KINDS, PREDICTION_STATES, TEXT_MODES } from '@/lib/domain/vocabulary';

/** What random filters may name beside the words of the product; what is not given is invented. */
export interface Namable {
  ids?: readonly string[];
  sources?: readonly string[];
  publishers?: readonly string[];
  tags?: readonly string[];
  words?: readonly string[];
  licences?: readonly string[];
  days?: readonly string[];
  attributes?: Readonly<Record<string, readonly string[]>>;
}

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const free = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((words) => words.trim() || 'x')
  .filter((words) => words.isWellFormed() && !words.includes('\0'));
const orFree = (values: readonly string[] | undefined) =>
  values ? some(values) : fc.uniqueArray(free, { minLength: 1, maxLength: 3 });

/** Queries of filters, each key with a list of values, that name few things at once: many conditions fit nothing. */
export function aFilterQuery(given: Namable = {}): fc.Arbitrary<Record<string, string[]>> {
  const ids = given.ids ? some(given.ids) : fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 });
  const day = given.days
    ? fc.constantFrom(...given.days)
    : fc
        .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
  const oneDay = day.map((each) => [each]);
  const attributes = given.attributes ?? { mood: ['calm', 'a,b', '3'] };
  const keys: Record<string, fc.Arbitrary<string[]>> = {
    kind: some(KINDS),
    status: some(ALL_STATUSES),
    anchor: some(ANCHOR_STATES),
    article: ids,
    annotator: ids,
    attribution: some(PRESENCE),
    evidence: some(PRESENCE),
    checkworthy: some(CHECKWORTHY),
    prediction: some(PREDICTION_STATES),
    factCheck: some(FACT_CHECKS),
    passes: some(PASS_AGREEMENTS),
    adjudication: some(ADJUDICATIONS),
    campaign: ids,
    allowedText: some(TEXT_MODES),
    guideline: some(['none', '1', '2']),
    source: orFree(given.sources),
    publisher: orFree(given.publishers),
    tag: orFree(given.tags),
    allTags: orFree(given.tags),
    words: orFree(given.words),
    licence: some(given.licences ?? ['none', 'CC0-1.0', 'Ask first']),
    ...Object.fromEntries(
      [
        'publishedFrom',
        'publishedTo',
        'madeFrom',
        'madeTo',
        'changedFrom',
        'changedTo',
        'deadlineFrom',
        'deadlineTo',
      ].map((key) => [key, oneDay]),
    ),
    ...Object.fromEntries(Object.entries(attributes).map(([key, values]) => [`attr.${key}`, some(values)])),
  };
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(keys)), { maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((key) => [key, keys[key]!]))));
}

import { z } from 'zod';
import { attributeKeySchema } from './guideline';
import { daySchema, uuidSchema } from './ids';
import { licenceFromWords } from './licence';
import { parseInput } from './parse-input';
import { err, type Failure, ok, type Result } from './result';
import { ALL_STATUSES, ANCHOR_STATES, KINDS, PREDICTION_STATES, TEXT_MODES } from './vocabulary';

/** A query as addresses and programs bring it: of a key given several times all values, in their order. */
export type QueryParts = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Values that one key takes at most, and the letters of one. */
const MOST_VALUES = 500;
const LONGEST = 200;

const statusSchema = z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES);
const freeText = z.string().trim().min(1).max(LONGEST);

/** Whether something is there at all. */
export const PRESENCE = ['present', 'none'] as const;
/** Whether a claim is worth a check, as its annotator said. */
export const CHECKWORTHY = ['yes', 'no', 'unsaid'] as const;
/** Whether the public can read what was decided. */
export const FACT_CHECKS = ['published', 'unpublished', 'none'] as const;
/** How the revealed blind passes on an article see an annotation: marked by all of them, by some, by one alone, by none. */
export const PASS_AGREEMENTS = ['all', 'some', 'one', 'none'] as const;

/** What adjudication says of an annotation: it came of a decision, a disagreement was recorded on its words, or neither. */
export const ADJUDICATIONS = ['adjudicated', 'disagreement', 'none'] as const;

/** Keys whose values are words of a list, ids or numbers: several are separated by commas, or the key is given again. */
const LISTED = {
  kind: z.enum(KINDS),
  status: statusSchema,
  article: uuidSchema,
  annotator: uuidSchema,
  anchor: z.enum(ANCHOR_STATES),
  attribution: z.enum(PRESENCE),
  evidence: z.enum(PRESENCE),
  checkworthy: z.enum(CHECKWORTHY),
  prediction: z.enum(PREDICTION_STATES),
  factCheck: z.enum(FACT_CHECKS),
  passes: z.enum(PASS_AGREEMENTS),
  adjudication: z.enum(ADJUDICATIONS),
  campaign: uuidSchema,
  allowedText: z.enum(TEXT_MODES),
  /** Numbers of versions, and `none` for what was made before there was one. */
  guideline: z.string().regex(/^(none|[1-9]\d{0,8})$/, 'Name the number of a version, or none.'),
} as const;

/** The licence of an article of which nobody has said any. */
export const NO_LICENCE_SAID = 'none';

/** Keys whose values are anybody's words: a comma is a comma, and several are given by several keys. */
const FREE = {
  source: freeText,
  publisher: freeText,
  tag: freeText.max(100),
  allTags: freeText.max(100),
  words: freeText,
  /** By the name under which it is stored; `none` where nobody has said. */
  licence: freeText.transform((words) => (words === NO_LICENCE_SAID ? words : licenceFromWords(words))),
} as const;

/** Keys that take one day. */
const DAYS = {
  publishedFrom: daySchema,
  publishedTo: daySchema,
  madeFrom: daySchema,
  madeTo: daySchema,
  changedFrom: daySchema,
  changedTo: daySchema,
  deadlineFrom: daySchema,
  deadlineTo: daySchema,
} as const;

type ListedKey = keyof typeof LISTED;
type FreeKey = keyof typeof FREE;
type DayKey = keyof typeof DAYS;
/** `attr.` and the key of an attribute that a workspace's guideline defines: any of its values fits. */
export type AttributeKey = `attr.${string}`;
const ATTRIBUTE = 'attr.';

/**
 * Which annotations are meant: those that fit every key. Of the values of one key one is enough, but for `allTags` and
 * `words`, of which each has to fit. Lists are sorted and hold nothing twice; a key that is left out counts as any. In
 * this form equal filters are equal values.
 */
export type AnnotationFilter = {
  readonly [K in ListedKey]?: readonly z.output<(typeof LISTED)[K]>[];
} & { readonly [K in FreeKey]?: readonly string[] } & { readonly [K in DayKey]?: string } & {
  readonly [K in AttributeKey]?: readonly string[];
};

/** The keys of a filter in the order in which they are told. */
export const FILTER_KEYS = [...Object.keys(LISTED), ...Object.keys(FREE), ...Object.keys(DAYS)] as readonly (
  ListedKey | FreeKey | DayKey
)[];

/** A filter that lets everything pass. */
export const NO_FILTER: AnnotationFilter = {};

export const isEmptyFilter = (filter: AnnotationFilter): boolean => Object.keys(filter).length === 0;

const isListed = (key: string): key is ListedKey => Object.hasOwn(LISTED, key);
const isFree = (key: string): key is FreeKey => Object.hasOwn(FREE, key);
const isDay = (key: string): key is DayKey => Object.hasOwn(DAYS, key);
/** Whether a query's key belongs to the filter, and not to the list or export that it narrows. */
export const isFilterKey = (key: string): boolean =>
  isListed(key) || isFree(key) || isDay(key) || isAttribute(key);
const isAttribute = (key: string): key is AttributeKey =>
  key.startsWith(ATTRIBUTE) && attributeKeySchema.safeParse(key.slice(ATTRIBUTE.length)).success;

/** The attributes that a filter names, with the values that fit. */
export const attributesOfFilter = (filter: AnnotationFilter): { key: string; values: readonly string[] }[] =>
  Object.entries(filter).flatMap(([key, values]) =>
    isAttribute(key) ? [{ key: key.slice(ATTRIBUTE.length), values: values as readonly string[] }] : [],
  );

/**
 * The filter that a query asks for, in its one form. A key that there is not, and a value that its key does not take, is
 * refused (`invalid_input`) with a sentence that names it; empty values count as not given.
 */
export function filterFromQuery(query: QueryParts): Result<AnnotationFilter, Failure<'invalid_input'>> {
  const found: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(query)) {
    const values = valuesOf(key, given);
    if (values.length === 0) continue;
    if (!isFilterKey(key))
      return refusal(
        key,
        `There is no filter of this name. There are: ${FILTER_KEYS.join(', ')}, and attr.KEY for an attribute of the guideline.`,
      );
    if (isDay(key) && values.length > 1) return refusal(key, 'Name one day.');
    if (values.length > MOST_VALUES)
      return refusal(key, `At most ${MOST_VALUES} values are looked for at once.`);
    const parsed = parseInput(z.array(schemaOf(key)), values);
    if (!parsed.ok) return refusal(key, messageOf(parsed.error));
    found[key] = isDay(key) ? parsed.value[0] : sorted(parsed.value as string[]);
  }
  return ok(inOrder(found));
}

const schemaOf = (key: string): z.ZodType =>
  isListed(key) ? LISTED[key] : isFree(key) ? FREE[key] : isDay(key) ? DAYS[key] : freeText.max(2_000);

function valuesOf(key: string, given: QueryParts[string]): string[] {
  const values = typeof given === 'string' ? [given] : [...(given ?? [])];
  return values
    .flatMap((value) => (isListed(key) ? value.split(',') : [value]))
    .map((value) => value.trim())
    .filter(Boolean);
}

const refusal = (key: string, words: string): Result<never, Failure<'invalid_input'>> =>
  err({ code: 'invalid_input', message: `${key}: ${words}`, issues: [{ path: key, message: words }] });

/** Each thing that is wrong once: of a list of values the place of one tells nothing. */
const messageOf = (failure: Failure): string => {
  const issues = (failure.issues ?? []) as { message: string }[];
  return issues.length > 0 ? [...new Set(issues.map(({ message }) => message))].join(' ') : failure.message;
};

/** By code units, which is the same everywhere. */
const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

const inOrder = (found: Record<string, unknown>): AnnotationFilter => {
  const keys = [...FILTER_KEYS, ...Object.keys(found).filter(isAttribute).sort()];
  const entries = keys.filter((key) => found[key] !== undefined).map((key) => [key, found[key]] as const);
  return Object.fromEntries(entries) as AnnotationFilter;
};

/**
 * A filter as the keys and values of an address: one text for each filter, from which {@link filterFromQuery} makes the
 * same filter again. Keys are in alphabetical order.
 */
export function partsFromFilter(filter: AnnotationFilter): [key: string, value: string][] {
  return Object.entries(filter as Record<string, string | readonly string[]>)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]): [string, string][] => {
      if (typeof value === 'string') return [[key, value]];
      return isListed(key) ? [[key, value.join(',')]] : value.map((each) => [key, each]);
    });
}

/** {@link partsFromFilter} as the query of an address, without a question mark; empty for a filter of nothing. */
export const addressOfFilter = (filter: AnnotationFilter): string =>
  new URLSearchParams(partsFromFilter(filter)).toString();

/** The parts of a query string, as {@link filterFromQuery} and {@link partsApart} take them. */
export function partsFromSearch(search: Iterable<[string, string]>): Record<string, string[]> {
  const parts: Record<string, string[]> = {};
  for (const [key, value] of search) (parts[key] ??= []).push(value);
  return parts;
}

/** A query's keys that belong to what is asked, and all others, which have to be of the filter. */
export function partsApart(
  query: QueryParts,
  own: readonly string[],
): { own: Record<string, string>; rest: Record<string, string | readonly string[]> } {
  const apart = { own: {} as Record<string, string>, rest: {} as Record<string, string | readonly string[]> };
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (!own.includes(key)) apart.rest[key] = value;
    else {
      // Of a key that takes one value the last one counts.
      const last = typeof value === 'string' ? value : value.at(-1);
      if (last !== undefined) apart.own[key] = last;
    }
  }
  return apart;
}

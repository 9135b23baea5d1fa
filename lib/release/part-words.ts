import { type AnnotationFilter, NO_LICENCE_SAID } from '@/lib/domain/annotation-filter';
import type { PartArticles, ReleasePart } from '@/lib/domain/release-part';
import { byCodeUnits } from './json-fields';

/** A part as the documents of a release tell it, with pseudonyms where the release has them. */
export interface ReleasedPart {
  /** The filter as the query of an address: the name of the question, whatever it is called. */
  filter: string;
  articles: PartArticles;
  subset: string | null;
  /** The day on which it was asked: where predictions stood by then is what their state in the filter means. */
  askedOn: string;
  /** One condition after the other; each has to fit. */
  conditions: readonly string[];
}

type NamedKey = Exclude<keyof AnnotationFilter, `attr.${string}` | `${string}From` | `${string}To`>;

/** Values that a condition names one by one; the filter itself has all of them. */
const MOST_NAMED = 20;

/** Values in a row. Not by the platform's own lists of a language, which may change and the bytes of a release with them. */
function listed(values: readonly string[], joint: 'or' | 'and'): string {
  const rest = values.length - MOST_NAMED;
  const told = rest > 1 ? [...values.slice(0, MOST_NAMED), `${rest} others`] : values;
  if (told.length < 3) return told.join(` ${joint} `);
  return `${told.slice(0, -1).join(', ')}, ${joint} ${told.at(-1)}`;
}
const either = (values: readonly string[]): string => listed(values, 'or');
const both = (values: readonly string[]): string => listed(values, 'and');
const quoted = (words: string): string => `“${words}”`;
const as = (what: string) => (values: readonly string[]) => `${what} ${either(values)}`;
const asQuoted = (what: string) => (values: readonly string[]) => `${what} ${either(values.map(quoted))}`;

type Telling = (values: readonly string[], names: Readonly<Record<string, string>>) => string;
const named =
  (what: string, unknown: (id: string) => string = (id) => id): Telling =>
  (values, names) =>
    `${what} ${either(values.map((id) => (names[id] === undefined ? unknown(id) : quoted(names[id]))))}`;

const presence =
  (present: string, none: string): Telling =>
  (values) =>
    either(values.map((value) => (value === 'present' ? present : none)));

/** Each condition in the words that the files of a release have for its values. */
const CONDITIONS: Readonly<Record<NamedKey, Telling>> = {
  kind: as('of kind'),
  status: as('of status'),
  article: named('in the article'),
  annotator: named('made by'),
  anchor: as('whose anchor in the text is'),
  attribution: presence('with an attribution', 'without an attribution'),
  evidence: presence('decided with evidence', 'without evidence'),
  checkworthy: as('whose worth of a check is'),
  prediction: as('predictions that are'),
  factCheck: as('whose fact check is'),
  passes: as('marked, of the blind passes on the article, by'),
  adjudication: as('of which adjudication says'),
  campaign: named('in articles of the campaign'),
  allowedText: as('in articles of which may be passed on'),
  guideline: as('made by version of the guideline'),
  source: named('said by', quoted),
  publisher: asQuoted('published by'),
  tag: asQuoted('tagged'),
  allTags: (values) => `tagged ${both(values.map(quoted))}`,
  words: (values) => `with the words ${both(values.map(quoted))}`,
  licence: (values) =>
    `in articles under ${either(values.map((value) => (value === NO_LICENCE_SAID ? 'no known licence' : value)))}`,
};

const RANGES = [
  ['published', 'in articles published'],
  ['made', 'made'],
  ['changed', 'last changed'],
  ['deadline', 'with a deadline'],
] as const;

/** The conditions of a part in plain words, each to stand behind “annotations”. The same part has the same words. */
export function conditionsOf({
  filter,
  names,
  labels,
}: Pick<ReleasePart, 'filter' | 'names' | 'labels'>): string[] {
  const told = Object.entries(CONDITIONS).flatMap(([key, tell]) => {
    const values = filter[key as NamedKey];
    return values === undefined ? [] : [tell(values, names)];
  });
  const ranges = RANGES.flatMap(([key, words]) => {
    const [from, to] = [filter[`${key}From`], filter[`${key}To`]];
    const days = [from && `from ${from}`, to && `until ${to}`].filter(Boolean);
    return days.length > 0 ? [`${words} ${days.join(' ')}`] : [];
  });
  const attributes = Object.entries(filter)
    .filter(([key]) => key.startsWith('attr.'))
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([key, values]) => {
      const label = labels[key.slice('attr.'.length)] ?? key.slice('attr.'.length);
      return asQuoted(`with ${label}`)(values as readonly string[]);
    });
  return [...told, ...ranges, ...attributes];
}

/** What a release of a part holds, as a sentence in plain text. */
export const partSentence = ({ conditions, articles, subset, askedOn }: ReleasedPart): string =>
  `It holds a part of the workspace${subset === null ? '' : ` (the subset ${quoted(subset)})`}: annotations ${conditions.join('; ')}, ` +
  `as asked on ${askedOn}; with ${articles === 'all' ? 'all articles' : 'those articles in which at least one fits'}.`;

/** What a release holds, in a few words that end no sentence. */
export const heldWords = (conditions: readonly string[] | null): string =>
  conditions === null ? 'everything in the workspace' : `annotations ${conditions.join('; ')}`;

import { dayInWords } from '@/app/_ui/dates';
import type {
  ADJUDICATIONS,
  AnnotationFilter,
  CHECKWORTHY,
  FACT_CHECKS,
  PASS_AGREEMENTS,
} from '@/lib/domain/annotation-filter';
import type { AnchorState, Kind, PredictionState, Status, TextMode } from '@/lib/domain/vocabulary';
import { pluralOfKind, wordOfAnchor, wordOfPredictionState, wordOfStatus } from './words';

/** What a filter's ids and attributes are called. */
export interface FilterNames {
  names: Record<string, string>;
  labels: Record<string, string>;
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const either = new Intl.ListFormat('en', { type: 'disjunction' });
const both = new Intl.ListFormat('en', { type: 'conjunction' });
const quoted = (words: string): string => `“${words}”`;

const CHECKWORTHY_WORDS: Record<(typeof CHECKWORTHY)[number], string> = {
  yes: 'worth a check',
  no: 'not worth a check',
  unsaid: 'of which nobody has said whether they are worth a check',
};
const FACT_CHECK_WORDS: Record<(typeof FACT_CHECKS)[number], string> = {
  published: 'with a published fact check',
  unpublished: 'with a fact check that was taken back',
  none: 'never published',
};
const PASS_WORDS: Record<(typeof PASS_AGREEMENTS)[number], string> = {
  all: 'marked in all blind passes',
  some: 'marked in several, not all blind passes',
  one: 'marked in one blind pass alone',
  none: 'marked in no blind pass',
};
const ADJUDICATION_WORDS: Record<(typeof ADJUDICATIONS)[number], string> = {
  adjudicated: 'that came of adjudication',
  disagreement: 'on which a disagreement was recorded',
  none: 'that nobody has adjudicated',
};
const TEXT_WORDS: Record<TextMode, string> = {
  full: 'whose articles may be passed on whole',
  excerpts: 'whose articles may be passed on in excerpts',
  offsets: 'whose articles’ words may not be passed on',
};

export const wordsOfCheckworthy = (value: (typeof CHECKWORTHY)[number]): string => CHECKWORTHY_WORDS[value];
export const wordsOfFactCheck = (value: (typeof FACT_CHECKS)[number]): string => FACT_CHECK_WORDS[value];
export const wordsOfPasses = (value: (typeof PASS_AGREEMENTS)[number]): string => PASS_WORDS[value];
export const wordsOfAdjudication = (value: (typeof ADJUDICATIONS)[number]): string =>
  ADJUDICATION_WORDS[value];
export const wordsOfAllowedText = (value: TextMode): string => TEXT_WORDS[value];

/** One condition of a filter, as the end of a sentence that begins with “Annotations”; `keys` are those it says. */
export interface Condition {
  keys: readonly string[];
  words: string;
}

/** A filter told in words, one condition after the other. */
export function conditionsInWords(filter: AnnotationFilter, { names, labels }: FilterNames): Condition[] {
  const nameOf = (id: string): string => (names[id] ? quoted(names[id]) : 'something that is not here');
  const sourceOf = (source: string): string =>
    names[source] ?? (/^[0-9a-f-]{36}$/.test(source) ? 'a source that is not here' : quoted(source));
  const list = (key: keyof AnnotationFilter, words: (values: readonly never[]) => string): Condition[] => {
    const values = filter[key] as readonly never[] | undefined;
    return values ? [{ keys: [key], words: words(values) }] : [];
  };
  const each =
    <T extends string>(word: (value: T) => string) =>
    (values: readonly never[]) =>
      either.format((values as readonly T[]).map(word));
  const range = (what: 'published' | 'made' | 'changed' | 'deadline', words: string): Condition[] => {
    const [from, to] = [filter[`${what}From`], filter[`${what}To`]];
    const span = [from && `from ${dayInWords(from, 'day')}`, to && `until ${dayInWords(to, 'day')}`];
    const keys = [from && `${what}From`, to && `${what}To`].filter((key) => key !== undefined);
    return keys.length > 0 ? [{ keys, words: `${words} ${span.filter(Boolean).join(' ')}` }] : [];
  };
  return [
    ...list(
      'kind',
      each<Kind>((kind) => lowered(pluralOfKind(kind))),
    ),
    ...list(
      'status',
      (values) => `of status ${each<Status>((status) => lowered(wordOfStatus(status)))(values)}`,
    ),
    ...list('words', (values) => `with the words ${both.format((values as readonly string[]).map(quoted))}`),
    ...list('source', (values) => `said by ${each(sourceOf)(values)}`),
    ...list(
      'attribution',
      each((value) => (value === 'present' ? 'with an attribution' : 'without any attribution')),
    ),
    ...list('publisher', (values) => `published by ${each(quoted)(values)}`),
    ...list('article', (values) => `in ${each(nameOf)(values)}`),
    ...list('campaign', (values) => `in articles of the campaign ${each(nameOf)(values)}`),
    ...list('tag', (values) => `tagged ${each(quoted)(values)}`),
    ...list('allTags', (values) => `tagged ${both.format((values as readonly string[]).map(quoted))}`),
    ...list(
      'annotator',
      (values) => `marked by ${each((id: string) => names[id] ?? 'somebody who is not here')(values)}`,
    ),
    ...list(
      'anchor',
      (values) => `whose place is ${each<AnchorState>((anchor) => lowered(wordOfAnchor(anchor)))(values)}`,
    ),
    ...list(
      'evidence',
      each((value) => (value === 'present' ? 'decided with evidence' : 'without evidence')),
    ),
    ...list('checkworthy', each(wordsOfCheckworthy)),
    ...list(
      'prediction',
      (values) =>
        `predictions that are ${each<PredictionState>((state) => lowered(wordOfPredictionState(state)))(values)}`,
    ),
    ...list('factCheck', each(wordsOfFactCheck)),
    ...list('passes', each(wordsOfPasses)),
    ...list('adjudication', each(wordsOfAdjudication)),
    ...list(
      'licence',
      (values) =>
        `under ${each((licence: string) => (licence === 'none' ? 'no licence that is known' : licence))(values)}`,
    ),
    ...list('allowedText', each(wordsOfAllowedText)),
    ...list('guideline', (values) =>
      each((number: string) =>
        number === 'none' ? 'from before the guideline' : `under version ${number} of the guideline`,
      )(values),
    ),
    ...range('published', 'published'),
    ...range('made', 'made'),
    ...range('changed', 'last changed'),
    ...range('deadline', 'with a deadline'),
    ...Object.entries(filter).flatMap(([key, values]) =>
      key.startsWith('attr.')
        ? [
            {
              keys: [key],
              words: `with ${labels[key.slice(5)] ?? key.slice(5)} ${each(quoted)(values as readonly never[])}`,
            },
          ]
        : [],
    ),
  ];
}

/** A filter without some of its keys, as the query of an address with its question mark; empty for nothing. */
export function addressWithout(
  parts: readonly (readonly [string, string])[],
  keys: readonly string[],
): string {
  const kept = new URLSearchParams(
    parts.filter(([key]) => !keys.includes(key)).map(([key, value]) => [key, value]),
  );
  return kept.size > 0 ? `?${kept}` : '';
}

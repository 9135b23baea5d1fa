import { pluralOfKind, wordOfStatus } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import { ALL_STATUSES, type Kind, KINDS, type Status, STATUSES } from '@/lib/domain/vocabulary';
import { type Filter, isFiltering, isIn, passes, type State, STATES } from './filter';

/** A choice of the filter's sentence: `label` in the list, with how many there are, `words` in the sentence. */
export interface FilterOption {
  value: string;
  label: string;
  words: string;
}
export type Choice = Exclude<keyof Filter, 'text'>;

const ANY: Record<Choice, string> = {
  kind: 'All kinds',
  status: 'any status',
  source: 'any source',
  by: 'anybody',
  tag: 'anything',
  state: 'in any state',
};
const STATE_WORDS: Record<State, string> = {
  recheck: 'to be checked anew',
  question: 'with an open question',
  unsaved: 'not saved yet',
};
const statusInWords = (status: Status): string => wordOfStatus(status).toLowerCase();

type IsUnsaved = (id: string) => boolean;
type Named = readonly [value: string, words: string];

/** The values that one annotation has. */
const VALUES: Record<Choice, (annotation: Annotation, isUnsaved: IsUnsaved) => readonly Named[]> = {
  kind: ({ kind }) => [[kind, pluralOfKind(kind)]],
  status: ({ status }) => [[status, statusInWords(status)]],
  source: ({ attribution }) => attribution.map(({ source }) => [source.id, source.name]),
  by: ({ author }) => [[author.id, author.name]],
  tag: ({ tags }) => tags.map((tag) => [tag, `“${tag}”`]),
  state: (annotation, isUnsaved) =>
    STATES.filter((state) => isIn(state, annotation, isUnsaved(annotation.id))).map((state) => [
      state,
      STATE_WORDS[state],
    ]),
};

/** The values that stand in a list in their own order; the others stand in that of the alphabet. */
const ORDER: Partial<Record<Choice, (filter: Filter) => readonly string[]>> = {
  kind: () => KINDS,
  status: ({ kind }) => (kind ? STATUSES[kind] : ALL_STATUSES),
  state: () => STATES,
};

/** What is said of a value that the address asks for and nothing here has. */
const GONE: Record<Choice, (value: string) => string> = {
  kind: (value) => pluralOfKind(value as Kind),
  status: (value) => statusInWords(value as Status),
  source: () => 'a source not named here',
  by: () => 'somebody who marked nothing here',
  tag: (value) => `“${value}”`,
  state: (value) => STATE_WORDS[value as State],
};

/**
 * What can be chosen: the values that occur, each with how many annotations it would leave beside what else is chosen;
 * statuses only of the kind that is chosen. A value that is chosen stands there also when nothing has it.
 */
export function optionsOf(
  choice: Choice,
  annotations: readonly Annotation[],
  filter: Filter,
  isUnsaved: IsUnsaved,
): FilterOption[] {
  const others = { ...filter, [choice]: '' };
  const isAny = !isFiltering(others);
  const counts = new Map<string, { words: string; count: number }>();
  for (const annotation of annotations) {
    const isCounted = isAny || passes(others, annotation, isUnsaved(annotation.id));
    for (const [value, words] of distinct(VALUES[choice](annotation, isUnsaved))) {
      const held = counts.get(value);
      if (held) held.count += Number(isCounted);
      else counts.set(value, { words, count: Number(isCounted) });
    }
  }
  const chosen = filter[choice];
  if (chosen && !counts.has(chosen)) counts.set(chosen, { words: GONE[choice](chosen), count: 0 });
  return [
    { value: '', label: ANY[choice], words: ANY[choice] },
    ...inOrder(counts, ORDER[choice]?.(filter)).map(([value, { words, count }]) => ({
      value,
      words,
      label: `${words} (${count})`,
    })),
  ];
}

/** A source may have said something to itself. */
const distinct = (values: readonly Named[]): Iterable<Named> =>
  values.length > 1 ? new Map(values) : values;

function inOrder<T extends { words: string }>(
  counts: ReadonlyMap<string, T>,
  order: readonly string[] | undefined,
): [string, T][] {
  if (!order) return [...counts].sort(([, a], [, b]) => a.words.localeCompare(b.words, 'en'));
  return order.flatMap((value) => (counts.has(value) ? [[value, counts.get(value)!] as [string, T]] : []));
}

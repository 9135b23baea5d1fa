import type { Route } from 'next';
import { wordOfConditionState, wordOfDeadlineBasis, wordOfPredictionState } from '@/app/_marks/words';
import { LIKELIHOOD_CLASSES, type LikelihoodClass } from '@/lib/domain/likelihood';
import { predictionFilterSchema } from '@/lib/domain/prediction-query';
import { BASES, CONDITION_STATES, PREDICTION_STATES, type PredictionState } from '@/lib/domain/vocabulary';
import { wordOfLikelihoodClass } from './likelihood-class-words';

/** Those whose outcome is still to be recorded: what the page shows at first. */
const UNSETTLED: readonly PredictionState[] = ['open', 'due', 'overdue'];
const SORTS = ['', 'latest', 'source', 'article'] as const;
type Sort = (typeof SORTS)[number];
const VIEWS = ['', 'timeline'] as const;

/** The filters beside state and order, as the address holds them. */
export const FILTERS = [
  'source',
  'article',
  'basis',
  'likelihood',
  'condition',
  'tag',
  'query',
  'dueFrom',
  'dueTo',
] as const;
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

/** Which predictions the address asks for. `state` is empty for the unsettled ones; `sort` for the soonest first. */
export interface PredictionListing {
  state: '' | 'all' | PredictionState;
  sort: Sort;
  view: (typeof VIEWS)[number];
  filters: Filters;
  cursor: string | null;
  /** The same as the use case takes it. */
  query: Record<string, string>;
}

export const STATE_OPTIONS = [
  { value: '', label: 'open, due or overdue' },
  ...PREDICTION_STATES.map((state) => ({ value: state, label: wordOfPredictionState(state).toLowerCase() })),
  { value: 'all', label: 'of any state' },
];

export const ORDER_OPTIONS: { value: Sort; label: string }[] = [
  { value: '', label: 'deadline, soonest first' },
  { value: 'latest', label: 'deadline, latest first' },
  { value: 'source', label: 'source' },
  { value: 'article', label: 'article' },
];

export const BASIS_OPTIONS = [
  { value: '', label: 'with or without a deadline' },
  ...BASES.map((basis) => ({ value: basis, label: `with a deadline ${wordOfDeadlineBasis(basis)}` })),
  { value: 'none', label: 'without a deadline' },
];

export const LIKELIHOOD_OPTIONS = [
  { value: '', label: 'however surely' },
  ...LIKELIHOOD_CLASSES.map((each: LikelihoodClass) => ({ value: each, label: wordOfLikelihoodClass(each) })),
];

export const CONDITION_OPTIONS = [
  { value: '', label: 'with or without a condition' },
  ...CONDITION_STATES.map((state) => ({
    value: state,
    label: `with a condition that is ${wordOfConditionState(state).toLowerCase()}`,
  })),
  { value: 'none', label: 'without a condition' },
];

const QUERIES: Record<Sort, Record<string, string>> = {
  '': { order: 'deadline' },
  latest: { order: 'deadline', direction: 'desc' },
  source: { order: 'source' },
  article: { order: 'article' },
};

type Search = Record<string, string | string[] | undefined>;

/** What an address asks for; what it says wrongly counts as not said. */
export function listingFromSearch(search: Search): PredictionListing {
  const state = STATE_OPTIONS.some(({ value }) => value === search.state)
    ? (search.state as PredictionListing['state'])
    : '';
  const sort = SORTS.find((value) => value === search.sort) ?? '';
  const view = VIEWS.find((value) => value === search.view) ?? '';
  const filters = filtersFrom(search);
  const cursor = typeof search.cursor === 'string' && search.cursor.length <= 1000 ? search.cursor : null;
  const states = state === '' ? UNSETTLED : state === 'all' ? PREDICTION_STATES : [state];
  return {
    state,
    sort,
    view,
    filters,
    cursor,
    query: { state: states.join(','), ...QUERIES[sort], ...filters, ...(cursor && { cursor }) },
  };
}

function filtersFrom(search: Search): Filters {
  const filters: Filters = {};
  for (const name of FILTERS) {
    const value = search[name];
    if (typeof value !== 'string' || value.trim() === '') continue;
    if (predictionFilterSchema.shape[name].safeParse(value).success) filters[name] = value.trim();
  }
  return filters;
}

/** The address of a listing; without a cursor it begins with the first. */
export function hrefFrom(
  here: string,
  { state, sort, view, filters }: Pick<PredictionListing, 'state' | 'sort' | 'view' | 'filters'>,
  cursor?: string,
): Route {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(sort && { sort }),
    ...(view && { view }),
    ...filters,
    ...(cursor && { cursor }),
  }).toString();
  return (query ? `${here}?${query}` : here) as Route;
}

export const statesInWords = (state: PredictionListing['state']): string =>
  STATE_OPTIONS.find(({ value }) => value === state)!.label;

export const isFiltered = ({ filters }: PredictionListing): boolean => Object.keys(filters).length > 0;

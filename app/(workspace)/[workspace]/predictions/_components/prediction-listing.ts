import type { Route } from 'next';
import { wordOfPredictionState } from '@/app/_marks/words';
import { PREDICTION_STATES, type PredictionState } from '@/lib/domain/vocabulary';

/** Those whose outcome is still to be recorded: what the page shows at first. */
const UNSETTLED: readonly PredictionState[] = ['open', 'due', 'overdue'];
const SORTS = ['', 'latest', 'source', 'article'] as const;
type Sort = (typeof SORTS)[number];

/** Which predictions the address asks for. `state` is empty for the unsettled ones; `sort` for the soonest first. */
export interface PredictionListing {
  state: '' | 'all' | PredictionState;
  sort: Sort;
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

const QUERIES: Record<Sort, Record<string, string>> = {
  '': { order: 'deadline' },
  latest: { order: 'deadline', direction: 'desc' },
  source: { order: 'source' },
  article: { order: 'article' },
};

/** What an address asks for; what it says wrongly counts as not said. */
export function listingFromSearch(search: Record<string, string | string[] | undefined>): PredictionListing {
  const state = STATE_OPTIONS.some(({ value }) => value === search.state)
    ? (search.state as PredictionListing['state'])
    : '';
  const sort = SORTS.find((value) => value === search.sort) ?? '';
  const cursor = typeof search.cursor === 'string' && search.cursor.length <= 1000 ? search.cursor : null;
  const states = state === '' ? UNSETTLED : state === 'all' ? PREDICTION_STATES : [state];
  return {
    state,
    sort,
    cursor,
    query: { state: states.join(','), ...QUERIES[sort], ...(cursor && { cursor }) },
  };
}

/** The address of a listing; without a cursor it begins with the first. */
export function hrefFrom(
  here: string,
  { state, sort }: Pick<PredictionListing, 'state' | 'sort'>,
  cursor?: string,
): Route {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(sort && { sort }),
    ...(cursor && { cursor }),
  }).toString();
  return (query ? `${here}?${query}` : here) as Route;
}

export const statesInWords = (state: PredictionListing['state']): string =>
  STATE_OPTIONS.find(({ value }) => value === state)!.label;

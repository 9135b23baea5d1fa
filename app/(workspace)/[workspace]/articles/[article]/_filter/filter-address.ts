import { ALL_STATUSES, KINDS } from '@/lib/domain/vocabulary';
import { type Filter, NO_FILTER, STATES } from './filter';

const FIELDS = Object.keys(NO_FILTER) as (keyof Filter)[];
const MOST_LETTERS = 200;

const ALLOWED: Partial<Record<keyof Filter, readonly string[]>> = {
  kind: KINDS,
  status: ALL_STATUSES,
  state: STATES,
};

/** The filter that an address asks for. Words that no filter knows count as absent. */
export function filterFromQuery(query: { get: (name: string) => string | null }): Filter {
  const given = FIELDS.map((field): [keyof Filter, string] => {
    const value = (query.get(field) ?? '').slice(0, MOST_LETTERS);
    const isKnown = ALLOWED[field]?.includes(value) ?? true;
    return [field, isKnown ? value : ''];
  });
  return Object.fromEntries(given) as unknown as Filter;
}

/** The address's query with this filter in it; whatever else it asks for stays. Begins with "?" unless empty. */
export function queryWithFilter(search: string, filter: Filter): string {
  const query = new URLSearchParams(search);
  for (const field of FIELDS) {
    const value = filter[field].trim().slice(0, MOST_LETTERS);
    if (value) query.set(field, value);
    else query.delete(field);
  }
  const words = query.toString();
  return words ? `?${words}` : '';
}

import type { Route } from 'next';
import { wordOfSourceType } from '@/app/_marks/words';
import { SOURCE_TYPES, type SourceType } from '@/lib/domain/vocabulary';

/** Which sources the address asks for. */
export interface SourceListing {
  words: string;
  type: '' | SourceType;
  cursor: string | null;
  allSuggestions: boolean;
  /** The same as the use case takes it. */
  query: Record<string, string>;
}

export const TYPE_OPTIONS = [
  { value: '', label: 'of any sort' },
  ...SOURCE_TYPES.map((type) => ({ value: type, label: wordOfSourceType(type) })),
];

/** The longest search that the list takes. */
const QUERY_LENGTH = 200;

/** What an address asks for; what it says wrongly counts as not said. */
export function listingFromSearch(search: Record<string, string | string[] | undefined>): SourceListing {
  const words = typeof search.query === 'string' ? search.query.slice(0, QUERY_LENGTH).trim() : '';
  const type = SOURCE_TYPES.find((each) => each === search.type) ?? '';
  const cursor = typeof search.cursor === 'string' && search.cursor.length <= 1000 ? search.cursor : null;
  return {
    words,
    type,
    cursor,
    allSuggestions: search.suggestions === 'all',
    query: { ...(words && { query: words }), ...(type && { type }), ...(cursor && { cursor }) },
  };
}

/** The address of a listing; without a cursor it begins with the first. */
export function hrefFrom(here: string, { words, type }: SourceListing, cursor?: string): Route {
  const query = new URLSearchParams({
    ...(words && { query: words }),
    ...(type && { type }),
    ...(cursor && { cursor }),
  }).toString();
  return (query ? `${here}?${query}` : here) as Route;
}

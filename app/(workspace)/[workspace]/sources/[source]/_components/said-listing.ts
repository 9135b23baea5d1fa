import type { Route } from 'next';
import { pluralOfKind, wordOfStatus } from '@/app/_marks/words';
import { ALL_STATUSES, type Kind, KINDS, type Status } from '@/lib/domain/vocabulary';

/** Which of the things that a source said the address asks for. */
export interface SaidListing {
  kind: '' | Kind;
  role: '' | 'source' | 'relay';
  status: '' | Status;
  cursor: string | null;
  /** The same as the use case takes it. */
  query: Record<string, string>;
}

export const KIND_OPTIONS = [
  { value: '', label: 'Everything' },
  ...KINDS.map((kind) => ({ value: kind, label: pluralOfKind(kind) })),
];
export const ROLE_OPTIONS = [
  { value: '', label: 'said or passed on' },
  { value: 'source', label: 'said' },
  { value: 'relay', label: 'passed on' },
];
export const STATUS_OPTIONS = [
  { value: '', label: 'of any status' },
  ...ALL_STATUSES.map((status) => ({ value: status, label: wordOfStatus(status).toLowerCase() })),
];

const PER_PAGE = '50';

/** What an address asks for; what it says wrongly counts as not said. */
export function saidFromSearch(search: Record<string, string | string[] | undefined>): SaidListing {
  const kind = KINDS.find((each) => each === search.kind) ?? '';
  const role = search.role === 'source' || search.role === 'relay' ? search.role : '';
  const status = ALL_STATUSES.find((each) => each === search.status) ?? '';
  const cursor = typeof search.cursor === 'string' && search.cursor.length <= 1000 ? search.cursor : null;
  return {
    kind,
    role,
    status,
    cursor,
    query: {
      limit: PER_PAGE,
      ...(kind && { kind }),
      ...(role && { role }),
      ...(status && { status }),
      ...(cursor && { cursor }),
    },
  };
}

export function hrefOfSaid(
  here: string,
  { kind, role, status }: Partial<Pick<SaidListing, 'kind' | 'role' | 'status'>>,
  cursor?: string,
): Route {
  const query = new URLSearchParams({
    ...(kind && { kind }),
    ...(role && { role }),
    ...(status && { status }),
    ...(cursor && { cursor }),
  }).toString();
  return `${here}${query ? `?${query}` : ''}#said` as Route;
}

import type { Route } from 'next';
import { pluralOfKind, wordOfStatus } from '@/app/_marks/words';
import { waitingForReason, wordOfDueState, wordOfPriority } from '@/app/_marks/desk-words';
import type { DeskSort } from '@/lib/domain/desk';
import { CHECK_PRIORITIES, DESK_REASONS, type DeskGroup, KINDS, type Status } from '@/lib/domain/vocabulary';

/** What of an address tells what is shown. The names are those of the API. */
export const DESK_KEYS = [
  ...[
    'reason',
    'kind',
    'status',
    'priority',
    'due',
    'assignee',
    'taken',
    'article',
    'source',
    'tag',
    'query',
  ],
  ...['sort', 'group', 'cursor'],
] as const;
export type DeskSearch = Partial<Record<string, string>>;

type Option = { value: string; label: string };

const UNDECIDED: readonly Status[] = ['unverified', 'pending', 'in_review'];
const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

export const REASON_OPTIONS: Option[] = [
  { value: '', label: 'everything that waits' },
  ...DESK_REASONS.map((reason) => ({ value: reason, label: waitingForReason(reason) })),
];
export const KIND_OPTIONS: Option[] = [
  { value: '', label: 'claims, quotes and predictions' },
  ...KINDS.map((kind) => ({ value: kind, label: lowered(pluralOfKind(kind)) })),
];
export const STATUS_OPTIONS: Option[] = [
  { value: '', label: 'of any status' },
  ...UNDECIDED.map((status) => ({ value: status, label: lowered(wordOfStatus(status)) })),
];
export const PRIORITY_OPTIONS: Option[] = [
  { value: '', label: 'of any priority' },
  { value: 'high,urgent', label: 'of high or urgent priority' },
  ...[...CHECK_PRIORITIES]
    .reverse()
    .map((priority) => ({ value: priority, label: `of ${lowered(wordOfPriority(priority))} priority` })),
];
export const DUE_OPTIONS: Option[] = [
  { value: '', label: 'due at any time' },
  { value: 'overdue', label: lowered(wordOfDueState('overdue')) },
  { value: 'overdue,soon', label: 'overdue or due within a week' },
  { value: 'later', label: lowered(wordOfDueState('later')) },
  { value: 'undated', label: 'without a day' },
];
export const SORT_OPTIONS: (Option & { value: '' | DeskSort })[] = [
  { value: '', label: 'the most pressing first' },
  { value: 'due', label: 'the soonest due first' },
  { value: 'newest', label: 'the newest first' },
  { value: 'oldest', label: 'the oldest first' },
  { value: 'article', label: 'article by article' },
];
export const GROUP_OPTIONS: (Option & { value: '' | DeskGroup })[] = [
  { value: '', label: 'as one list' },
  { value: 'status', label: 'as a board by status' },
  { value: 'reason', label: 'as a board by reason' },
  { value: 'priority', label: 'as a board by priority' },
  { value: 'due', label: 'as a board by due date' },
  { value: 'assignee', label: 'as a board by person' },
  { value: 'kind', label: 'as a board by kind' },
  { value: 'article', label: 'by article' },
];

/** Whose checks are asked for; `members` are those to whom checks can be given. */
export const assigneeOptions = (members: readonly { id: string; name: string }[]): Option[] => [
  { value: '', label: 'for anybody' },
  { value: 'me', label: 'for me' },
  { value: 'nobody', label: 'for nobody yet' },
  { value: 'me,nobody', label: 'for me or nobody yet' },
  ...members.map(({ id, name }) => ({ value: id, label: `for ${name}` })),
];

/** The address that shows the same with another choice, from the first page on; empty choices are left out. */
export function hrefFrom(here: string, search: DeskSearch, change: DeskSearch = {}): Route {
  const { cursor: _, ...rest } = search;
  const chosen = Object.entries({ ...rest, ...change }).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  const query = new URLSearchParams(chosen).toString();
  return (query ? `${here}?${query}` : here) as Route;
}

/** Whether anything is left out by choice. */
export const isFiltered = ({ sort: _, group: __, cursor: ___, ...filters }: DeskSearch): boolean =>
  Object.values(filters).some(Boolean);

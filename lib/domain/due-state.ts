import { dayAfter } from './prediction';
import type { DueState } from './vocabulary';

/** Days before its due day from which a check counts as due soon. */
export const SOON_WITHIN_DAYS = 7;

/** Where a due day lies as seen from `today`, both `YYYY-MM-DD`; on the day itself it is not overdue yet. */
export function dueStateOf(due: string | null, today: string): DueState {
  if (due === null) return 'undated';
  if (due < today) return 'overdue';
  return due <= dayAfter(today, SOON_WITHIN_DAYS) ? 'soon' : 'later';
}

import { isDecided, type PredictionState, type Status } from './vocabulary';

/** Days before its deadline from which an open prediction counts as due. */
export const DUE_WITHIN_DAYS = 7;

/** Statuses that settle nothing about the forecaster: never scored. */
export const isVoid = (status: Status): boolean =>
  status === 'condition_not_met' || status === 'unresolvable';

/**
 * Where a prediction stands on a day. `today` and `deadline` are `YYYY-MM-DD` in the workspace's time zone.
 * Without a deadline it stays open; on the day of its deadline it is still due.
 */
export function predictionStateOf(status: Status, deadline: string | null, today: string): PredictionState {
  if (isVoid(status)) return 'void';
  if (isDecided(status)) return 'resolved';
  if (deadline === null) return 'open';
  if (deadline < today) return 'overdue';
  return deadline <= dayAfter(today, DUE_WITHIN_DAYS) ? 'due' : 'open';
}

/** The day `days` after `day`, both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The calendar day of an instant in an IANA time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}

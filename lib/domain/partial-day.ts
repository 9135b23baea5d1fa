import { dayAfter } from './prediction';

/** A calendar date as exactly as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDay = string;

const SHAPE = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether it is a year, a month or a day that exists. */
export function isPartialDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The first day that it may be, `YYYY-MM-DD`. */
export const firstDayOf = (date: PartialDay): string =>
  `${date}${'-01-01'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);

/** The last day that it may be, `YYYY-MM-DD`. */
export function lastDayOf(date: PartialDay): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  // No month is longer than 31 days, so that the 32nd of one lies in the next.
  return dayAfter(`${dayAfter(`${date}-01`, 31).slice(0, 7)}-01`, -1);
}

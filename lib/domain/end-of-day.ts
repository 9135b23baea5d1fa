import { dayIn } from './prediction';

const DAY = 86_400_000;

/**
 * The last millisecond of a calendar day (`YYYY-MM-DD`) in an IANA time zone, also where clocks were changed that day.
 * What was recorded on that day was recorded up to this instant, it included.
 */
export function endOfDayIn(timeZone: string, day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // A zone is at most 14 hours from UTC: the first instant lies within the day or before, the second after it.
  let [last, after] = [midnight - DAY, midnight + 2 * DAY];
  while (after - last > 1) {
    const middle = Math.floor((last + after) / 2);
    if (dayIn(timeZone, new Date(middle)) <= day) last = middle;
    else after = middle;
  }
  return new Date(last);
}

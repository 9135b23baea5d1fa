/*
 * Dates in words. The language is fixed and the zone is an argument, so that the server and the browser write
 * the same.
 */

/** `2018-10-09` → "9 October 2018"; with a coarser precision "October 2018" or "2018". */
export function dayInWords(day: string, precision: 'day' | 'month' | 'year' = 'day'): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: precision === 'year' ? undefined : 'long',
    day: precision === 'day' ? 'numeric' : undefined,
  }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** `2018-10-09` → "9 Oct 2018": for columns. */
export function dayInBrief(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );
}

/** An instant → "9 Oct 2018, 14:05" in a zone. */
export function momentInWords(instant: Date | string, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

const STEPS = [
  { unit: 'year', seconds: 31_557_600 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How long ago or how far ahead: "3 hours ago", "in 2 days", "just now". */
export function distanceInWords(instant: Date | string, now: Date): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  const step = STEPS.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  if (!step) return 'just now';
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return words.format(Math.trunc(seconds / step.seconds), step.unit);
}

import type { Affiliation } from './affiliation';
import { firstDayOf, lastDayOf, type PartialDay } from './partial-day';

type Dated = Pick<Affiliation, 'from' | 'until'>;

/**
 * Those that may have held on a day (`YYYY-MM-DD`): in the month or year in which one gave way to the next both may, and
 * both are told. Without a day, those that have not ended.
 */
export const affiliationsAsOf = <A extends Dated>(affiliations: readonly A[], day: string | null): A[] =>
  affiliations.filter(({ from, until }) =>
    day === null
      ? until === null
      : (from === null || firstDayOf(from) <= day) && (until === null || day <= lastDayOf(until)),
  );

/** The latest first: by when it ended, then by when it began; what has not ended first. */
export const byAffiliationTime = (a: Dated & { id: string }, b: Dated & { id: string }): number =>
  descending(a.until ?? OPEN, b.until ?? OPEN) ||
  descending(a.from ?? '', b.from ?? '') ||
  (a.id < b.id ? -1 : 1);

const OPEN = '9999';
const descending = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);

/**
 * "defence minister, Ministry of Defence, until May 2024". `dateInWords` writes a year, month or day. What was still to
 * come when an article appeared is told too: it says which of several men of one name was meant.
 */
export function affiliationInWords(
  { role, organisation, from, until }: Pick<Affiliation, 'role' | 'organisation' | 'from' | 'until'>,
  dateInWords: (date: PartialDay) => string,
): string {
  const time =
    from && until
      ? `${dateInWords(from)} to ${dateInWords(until)}`
      : from
        ? `since ${dateInWords(from)}`
        : until
          ? `until ${dateInWords(until)}`
          : null;
  return [role, organisation, time].filter(Boolean).join(', ');
}

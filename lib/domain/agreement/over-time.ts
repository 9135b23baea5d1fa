import { type Kind, KINDS } from '../vocabulary';
import type { Annotator } from './annotated-article';
import { byAnnotators, type ComparedPair, countsIn } from './compared-pairs';
import { type TrendFigures, trendsOver } from './kind-figures';

/** One month of two annotators: over the articles of that month, and over all since the first one. */
export interface MonthOfPair {
  /** `YYYY-MM`. */
  month: string;
  /** Articles of that month that both annotated: 0 in a month between others in which there was none. */
  articles: number;
  kinds: Record<Kind, TrendFigures>;
  sinceStart: { articles: number; kinds: Record<Kind, TrendFigures> };
}

export interface PairOverTime {
  a: Annotator;
  b: Annotator;
  months: MonthOfPair[];
}

/** Reads the month of an instant in a time zone, as `YYYY-MM`. */
export function monthsIn(timeZone: string): (instant: string) => string {
  const months = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  return (instant) => months.format(new Date(instant));
}

/**
 * How two annotators came to agree, month by month: an article counts in the month in which the later one of its two passes
 * was submitted. Months without an article stand between the others with figures that are not defined. Pairs of which no
 * submission is told are left out.
 */
export function pairsOverTime(pairs: readonly ComparedPair[], timeZone: string): PairOverTime[] {
  const monthAt = monthsIn(timeZone);
  const dated = pairs.flatMap((pair) =>
    pair.submittedAt === null ? [] : [{ pair, month: monthAt(pair.submittedAt) }],
  );
  const monthOf = new Map(dated.map(({ pair, month }) => [pair, month]));
  return byAnnotators(dated.map(({ pair }) => pair)).map((group) => {
    const monthsOfGroup = group.map((pair) => monthOf.get(pair)!);
    const figuresWhere = figuresOver(group);
    return {
      a: group[0]!.a,
      b: group[0]!.b,
      months: monthsBetween(monthsOfGroup.toSorted()).map((month) => ({
        month,
        ...figuresWhere((place) => monthsOfGroup[place] === month),
        sinceStart: figuresWhere((place) => monthsOfGroup[place]! <= month),
      })),
    };
  });
}

type FiguresOfSome = (isIn: (place: number) => boolean) => {
  articles: number;
  kinds: Record<Kind, TrendFigures>;
};

/** The figures of some pairs of a group, picked by their places in it. */
function figuresOver(group: readonly ComparedPair[]): FiguresOfSome {
  const ofKinds = KINDS.map((kind) => {
    // A pair that is not whole in the kind has no counts of it.
    const places = group.flatMap(({ counts }, place) => (counts[kind] ? [place] : []));
    return { kind, places, figuresWhere: trendsOver(countsIn(group, kind)) };
  });
  return (isIn) => ({
    articles: group.filter((_, place) => isIn(place)).length,
    kinds: Object.fromEntries(
      ofKinds.map(({ kind, places, figuresWhere }) => [kind, figuresWhere((i) => isIn(places[i]!))]),
    ) as Record<Kind, TrendFigures>,
  });
}

/** All months from the first to the last of a sorted list. */
function monthsBetween(sorted: readonly string[]): string[] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = [first];
  while (months.at(-1)! < last) months.push(nextMonth(months.at(-1)!));
  return months;
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const [nextYear, next] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
}

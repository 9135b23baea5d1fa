import { type Day, dayFrom, daysAfter, monthsAfter, partsOf, weekdayOf } from './calendar-day';

/** What a timeline draws of one prediction: the last day, and the first where a window is named. */
export interface DueItem {
  id: string;
  earliest: Day | null;
  deadline: Day;
}

/** A stretch of days, both ends included. */
export interface DayRange {
  from: Day;
  to: Day;
}

/** Where something stands on the line, as shares of its length from 0 to 1; `isCut` where it began before the line. */
export interface PlacedDue<T> {
  item: T;
  start: number;
  end: number;
  isCut: boolean;
}

/** Predictions that fall due in the same week or month, as one bar. */
export interface DueCluster extends DayRange {
  count: number;
  start: number;
  end: number;
}

export interface Tick {
  day: Day;
  /** What it begins: words are for the page. */
  unit: 'week' | 'month' | 'year';
  at: number;
}

export interface DueLayout<T> {
  range: DayRange;
  /** Where today stands; null when it is off the line. */
  today: number | null;
  ticks: Tick[];
  /** One bar each; empty where there are too many to read. */
  bars: PlacedDue<T>[];
  /** By week or month where there are too many; else none. */
  clusters: DueCluster[];
  /** Due after the end of the line. */
  later: number;
  /** Due before its beginning. */
  earlier: number;
}

/** More bars than this are not read one by one any more. */
export const MOST_BARS = 24;
/** What is overdue for longer, or due later, is counted and not drawn: it would press all else together. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 550;
/** So many weeks are drawn by week, more by month. */
const MOST_WEEKS = 26;

/**
 * Lays what falls due out on a line from the first to the last of it, with some room on either side; all of it within 60
 * days before today and a year and a half after, unless `asked` names the days. Items come in the order of their
 * deadlines, and stay in it.
 */
export function dueLayout<T extends DueItem>(
  items: readonly T[],
  today: Day,
  asked: { from?: Day | undefined; to?: Day | undefined } = {},
): DueLayout<T> {
  const [least, most] = [
    asked.from ?? daysAfter(today, -DAYS_BACK),
    asked.to ?? daysAfter(today, DAYS_AHEAD),
  ];
  const drawn = items.filter(({ deadline }) => deadline >= least && deadline <= most);
  const firsts = [
    ...drawn.map(({ earliest, deadline }) => earliest ?? deadline),
    ...(asked.from ? [asked.from] : [today]),
  ];
  const lasts = [...drawn.map(({ deadline }) => deadline), ...(asked.to ? [asked.to] : [today])];
  const from = daysAfter(later(minOf(firsts), least), -2);
  const to = daysAfter(maxOf(lasts), 2);
  const range = { from, to: to < daysAfter(from, 13) ? daysAfter(from, 13) : to };
  const share = shareIn(range);
  const isMany = drawn.length > MOST_BARS;
  return {
    range,
    today: today < range.from || today > range.to ? null : share(today),
    ticks: ticksOf(range).map((tick) => ({ ...tick, at: share(tick.day) })),
    bars: isMany ? [] : drawn.map((item) => placed(item, range, share)),
    clusters: isMany ? clustersOf(drawn, range, share) : [],
    later: items.filter(({ deadline }) => deadline > most).length,
    earlier: items.filter(({ deadline }) => deadline < least).length,
  };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const minOf = (days: readonly Day[]): Day => days.reduce((a, b) => (a < b ? a : b));
const maxOf = (days: readonly Day[]): Day => days.reduce(later);
const instant = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The share of the line at which a day begins; the day after the last one is 1. */
function shareIn({ from, to }: DayRange): (day: Day) => number {
  const [start, end] = [instant(from), instant(daysAfter(to, 1))];
  return (day) => Math.min(1, Math.max(0, (instant(day) - start) / (end - start)));
}

function placed<T extends DueItem>(item: T, { from }: DayRange, share: (day: Day) => number): PlacedDue<T> {
  const first = item.earliest ?? item.deadline;
  return { item, start: share(first), end: share(daysAfter(item.deadline, 1)), isCut: first < from };
}

function clustersOf(items: readonly DueItem[], range: DayRange, share: (day: Day) => number): DueCluster[] {
  const weeks = (instant(range.to) - instant(range.from)) / (7 * 86_400_000);
  const beginOf = weeks <= MOST_WEEKS ? mondayOf : firstOfMonth;
  const endOf = (begin: Day): Day =>
    weeks <= MOST_WEEKS ? daysAfter(begin, 6) : daysAfter(monthsAfter(begin, 1), -1);
  const counts = new Map<Day, number>();
  for (const { deadline } of items) {
    const begin = beginOf(deadline);
    counts.set(begin, (counts.get(begin) ?? 0) + 1);
  }
  return [...counts].map(([from, count]) => {
    const to = endOf(from);
    return { from, to, count, start: share(from), end: share(daysAfter(to, 1)) };
  });
}

const mondayOf = (day: Day): Day => daysAfter(day, 1 - weekdayOf(day));
const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** Where weeks, months or years begin, at most some eight of them. */
function ticksOf({ from, to }: DayRange): { day: Day; unit: Tick['unit'] }[] {
  const days = (instant(to) - instant(from)) / 86_400_000;
  if (days <= 56) return steps(mondayOf(daysAfter(from, 6)), to, (day) => daysAfter(day, 7), 'week');
  const months = days / 30.4;
  const start = monthsAfter(firstOfMonth(from), 1);
  if (months <= 96) {
    const step = [1, 2, 3, 6, 12].find((each) => months / each <= 8) ?? 12;
    const { year, month } = partsOf(start);
    const aligned = monthsAfter(dayFrom(year, month, 1)!, (step - ((month - 1) % step)) % step);
    return steps(aligned, to, (day) => monthsAfter(day, step), 'month');
  }
  const every = Math.ceil(days / 365 / 8);
  return steps(dayFrom(partsOf(from).year + 1, 1, 1)!, to, (day) => monthsAfter(day, 12 * every), 'year');
}

function steps(first: Day, last: Day, next: (day: Day) => Day, unit: Tick['unit']) {
  const ticks: { day: Day; unit: Tick['unit'] }[] = [];
  for (let day = first; day <= last; day = next(day)) ticks.push({ day, unit });
  return ticks;
}

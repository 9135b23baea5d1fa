import type { SplitSettings } from '@/lib/domain/release-options';
import type { SplitArticle, SplitName } from './splits';
import { type Sizes, sizesByRatio } from './split-sizes';

/** The first days of validation and of testing; null where nothing is dated, or that part is empty. */
export interface Cuts {
  validationFrom: string | null;
  testFrom: string | null;
  /** Whether somebody chose the days, or they were reckoned from the ratios. */
  isChosen: boolean;
}

/** The days on which an article may have appeared, both included. */
interface Period {
  id: string;
  from: string;
  until: string;
}

/**
 * Articles by their day of publication: before `validationFrom` for training, from then on for validation, from `testFrom`
 * on for testing. No day is divided. Days that nobody chose are those that come nearest to the ratios. An article without
 * a date, or whose period lies on both sides of a cut, has no part.
 */
export function splitsByTime(
  articles: readonly SplitArticle[],
  { ratios, cuts: chosen }: SplitSettings,
): { splits: Map<string, SplitName>; cuts: Cuts } {
  const periods = articles.flatMap(periodOf);
  const cuts = chosen.validationFrom || chosen.testFrom ? chosenCuts(chosen) : nearestCuts(periods, ratios);
  const splits = new Map<string, SplitName>();
  for (const period of periods) {
    const name = placeOf(period.from, cuts);
    if (name === placeOf(period.until, cuts)) splits.set(period.id, name);
  }
  return { splits, cuts };
}

function placeOf(day: string, { validationFrom, testFrom }: Cuts): SplitName {
  if (testFrom !== null && day >= testFrom) return 'test';
  return validationFrom !== null && day >= validationFrom ? 'validation' : 'train';
}

const chosenCuts = ({ validationFrom, testFrom }: SplitSettings['cuts']): Cuts => ({
  validationFrom,
  testFrom,
  isChosen: true,
});

/** Cuts at days of which the numbers before them are nearest to those wanted; of two as near the earlier. */
function nearestCuts(periods: readonly Period[], ratios: Sizes): Cuts {
  const days = periods.map(({ from }) => from).sort();
  if (days.length === 0) return { validationFrom: null, testFrom: null, isChosen: false };
  const wanted = sizesByRatio(days.length, ratios);
  const validationFrom = wanted.validation > 0 ? cutNear(days, wanted.train) : null;
  const testFrom = wanted.test > 0 ? cutNear(days, wanted.train + wanted.validation) : null;
  return {
    validationFrom: validationFrom !== null && validationFrom === testFrom ? null : validationFrom,
    testFrom,
    isChosen: false,
  };
}

/** The day before which there are nearest to `count` of the sorted days; null where that is after all of them. */
function cutNear(days: readonly string[], count: number): string | null {
  if (count >= days.length) return null;
  const day = days[count]!;
  const before = days.indexOf(day);
  const after = days.lastIndexOf(day) + 1;
  return count - before <= after - count ? day : (days[after] ?? null);
}

function periodOf({ id, publishedAt, publishedAtPrecision }: SplitArticle): Period[] {
  if (publishedAt === null) return [];
  const [year, month] = publishedAt.split('-') as [string, string];
  if (publishedAtPrecision === 'year') return [{ id, from: `${year}-01-01`, until: `${year}-12-31` }];
  if (publishedAtPrecision === 'month')
    return [{ id, from: `${year}-${month}-01`, until: `${year}-${month}-31` }];
  return [{ id, from: publishedAt, until: publishedAt }];
}

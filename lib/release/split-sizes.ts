import type { SplitName } from './splits';

export type Sizes = Record<SplitName, number>;
export const SPLIT_NAMES = ['train', 'validation', 'test'] as const;

const sum = (sizes: Sizes): number => sizes.train + sizes.validation + sizes.test;

/**
 * `total` in whole numbers by ratios, by the largest remainder (Hamilton): each is its exact share rounded down, and those
 * with the largest rest get one more. They add up to `total`. Of equal rests the earlier in {@link SPLIT_NAMES} is first.
 */
export function sizesByRatio(total: number, ratios: Sizes): Sizes {
  const whole = sum(ratios);
  const exact = SPLIT_NAMES.map((name) => ({ name, product: total * ratios[name] }));
  const sizes = Object.fromEntries(
    exact.map(({ name, product }) => [name, whole > 0 ? Math.floor(product / whole) : 0]),
  ) as Sizes;
  const byRest = exact.toSorted((a, b) => (whole > 0 ? (b.product % whole) - (a.product % whole) : 0));
  for (let i = 0; sum(sizes) < total; i++) sizes[byRest[i % byRest.length]!.name]++;
  return sizes;
}

/**
 * How many of each stratum go to each split, so that every stratum is divided as nearly as it can be like the whole and
 * the splits have exactly the sizes of `totals` (which add up to those of the strata). Rounded down first; the rest goes
 * where the largest remainders are and both sides have room.
 */
export function sizesByStratum(strata: readonly number[], totals: Sizes): Sizes[] {
  const whole = sum(totals);
  const shares = strata.map((size) =>
    SPLIT_NAMES.map((name) => (whole > 0 ? (size * totals[name]) / whole : 0)),
  );
  const sizes = shares.map((row) => row.map(Math.floor));
  const missing = strata.map((size, i) => size - sizes[i]!.reduce((a, b) => a + b, 0));
  const room = SPLIT_NAMES.map((name, s) => totals[name] - sizes.reduce((a, row) => a + row[s]!, 0));
  const cells = shares.flatMap((row, i) => row.map((share, s) => ({ i, s, rest: share - sizes[i]![s]! })));
  cells.sort((a, b) => b.rest - a.rest || a.i - b.i || a.s - b.s);
  // The first round gives each cell one at most; what then still has no place is a seat or two.
  for (let isLeft = true; isLeft;) {
    isLeft = false;
    for (const { i, s } of cells) {
      if (missing[i]! <= 0 || room[s]! <= 0) continue;
      sizes[i]![s]!++;
      missing[i]!--;
      room[s]!--;
      isLeft = true;
    }
  }
  return sizes.map((row) => Object.fromEntries(SPLIT_NAMES.map((name, s) => [name, row[s]!])) as Sizes);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohenKappa } from '@/lib/domain/agreement/cohen-kappa';
import { krippendorffAlpha } from '@/lib/domain/agreement/krippendorff-alpha';

/** The pairs of a table: rows are the first observer's values. */
const pairsOf = (table: readonly (readonly number[])[]): [number, number][] =>
  table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, (): [number, number] => [a, b])),
  );

test("Cohen's own example of 200 cases (1960, table 1): po = .70, pe = .41, kappa = .492", () => {
  const table = [
    [88, 10, 2],
    [14, 40, 6],
    [18, 10, 12],
  ];
  expect(cohenKappa(pairsOf(table))).toBeCloseTo((0.7 - 0.41) / (1 - 0.41), 12);
});

test('fifty proposals read by two readers: 20, 5, 10 and 15 give .4', () => {
  expect(
    cohenKappa(
      pairsOf([
        [20, 5],
        [10, 15],
      ]),
    ),
  ).toBeCloseTo(0.4, 12);
});

test('where both gave one value throughout, or there is nothing, it is not defined', () => {
  expect(cohenKappa([])).toBeNull();
  expect(cohenKappa(pairsOf([[7]]))).toBeNull();
  expect(cohenKappa([['yes', 'no']])).toBe(0);
});

test('for any values it is (po − pe) / (1 − pe), at most 1, and 1 only where all agree', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ max: 3, min: 0 }), fc.integer({ max: 3, min: 0 })), { minLength: 1 }),
      (pairs) => {
        const share = (is: (pair: [number, number]) => boolean): number =>
          pairs.filter(is).length / pairs.length;
        const observed = share(([a, b]) => a === b);
        const chance = [0, 1, 2, 3].reduce(
          (sum, v) => sum + share(([a]) => a === v) * share(([, b]) => b === v),
          0,
        );
        const kappa = cohenKappa(pairs);
        if (chance > 1 - 1e-12) {
          expect(kappa).toBeNull();
          return;
        }
        expect(kappa).toBeCloseTo((observed - chance) / (1 - chance), 9);
        expect(kappa === 1).toBe(pairs.every(([a, b]) => a === b));
        // Alpha of the same values differs by no more than its correction for few of them, and is defined wherever kappa is.
        expect(krippendorffAlpha(pairs)).not.toBeNull();
      },
    ),
  ));

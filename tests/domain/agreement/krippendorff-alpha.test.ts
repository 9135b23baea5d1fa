import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '@/lib/domain/agreement/krippendorff-alpha';

describe("Krippendorff's four observers of twelve units (2011, Computing Krippendorff's Alpha-Reliability, C)", () => {
  const _ = null;
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
  ];
  const units = observers[0]!.map((__, unit) =>
    observers.map((values) => values[unit]!).filter((value) => value !== _),
  );

  test('nominal: .743', () => {
    // Agreeing pairs 32 of 40 values; 9, 13, 10, 5 and 3 of each value.
    const byHand = (39 * 32 - (72 + 156 + 90 + 20 + 6)) / (40 * 39 - (72 + 156 + 90 + 20 + 6));
    expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(units)).toBeCloseTo(byHand, 12);
  });

  test('ordinal: .815', () => {
    expect(krippendorffAlpha(units, [1, 2, 3, 4, 5])).toBeCloseTo(0.815, 3);
  });
});

describe('his two observers of ten units (A and B)', () => {
  test('binary: .095', () => {
    const a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    // 1 − 19 · 8 / (2 · 14 · 6)
    expect(krippendorffAlpha(a.map((value, i) => [value, b[i]!]))).toBeCloseTo(1 - (19 * 4) / (14 * 6), 12);
    expect(krippendorffAlpha(a.map((value, i) => [value, b[i]!]))).toBeCloseTo(0.095, 3);
  });

  test('nominal: .692', () => {
    const a = 'a a b b d c c c e d d a'.split(' ');
    const b = 'b a b b b c c c e d d d'.split(' ');
    expect(krippendorffAlpha(a.map((value, i) => [value, b[i]!]))).toBeCloseTo(0.692, 3);
  });
});

test('without two values in a unit, or with one value throughout, it is not defined', () => {
  expect(krippendorffAlpha([])).toBeNull();
  expect(krippendorffAlpha([['a'], ['b']])).toBeNull();
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['a', 'a'],
    ]),
  ).toBeNull();
});

test('a value outside of the order is a mistake of the caller', () => {
  expect(() => krippendorffAlpha([['high', 'odd']], ['low', 'high'])).toThrow('odd');
});

/** 1 − mean δ² within units / mean δ² over all values paired with each other, pair by pair. */
function naiveAlpha(units: readonly (readonly number[])[], order?: readonly number[]): number | null {
  const paired = units.filter((values) => values.length > 1);
  const all = paired.flat();
  const counts = (order ?? []).map((value) => all.filter((other) => other === value).length);
  const difference = (c: number, k: number): number => {
    if (!order) return c === k ? 0 : 1;
    const [low, high] = [order.indexOf(Math.min(c, k)), order.indexOf(Math.max(c, k))];
    const between = counts.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
    return (between - (counts[low]! + counts[high]!) / 2) ** 2;
  };
  const pairsOf = (values: readonly number[]): number =>
    values.reduce(
      (sum, c, i) => sum + values.reduce((own, k, j) => own + (i === j ? 0 : difference(c, k)), 0),
      0,
    );
  const observed =
    paired.reduce((sum, values) => sum + pairsOf(values) / (values.length - 1), 0) / all.length;
  const expected = pairsOf(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

test('for any values it is what the definition gives, nominal and ordinal', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }), { maxLength: 8 }),
      (units) => {
        for (const order of [undefined, [1, 2, 3, 4]]) {
          const [quick, naive] = [krippendorffAlpha(units, order), naiveAlpha(units, order)];
          if (naive === null) expect(quick).toBeNull();
          else expect(quick).toBeCloseTo(naive, 9);
        }
      },
    ),
    { numRuns: 500 },
  ));

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alphaByDifference,
  intervalAlpha,
  krippendorffAlpha,
  ratioAlpha,
} from '@/lib/domain/agreement/krippendorff-alpha';
import { jaccardDistance, masiDistance } from '@/lib/domain/agreement/set-distance';
import { naiveAlpha, naiveJaccardOfSets, naiveMasi, naiveOrdinalDifference } from './naive-agreement';

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

  test('interval: .849', () => expect(intervalAlpha(units)).toBeCloseTo(0.849, 3));

  test('ratio: .797', () => expect(ratioAlpha(units)).toBeCloseTo(0.797, 3));
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

const equals = (quick: number | null, naive: number | null) =>
  naive === null ? expect(quick).toBeNull() : expect(quick).toBeCloseTo(naive, 9);

test('for any values it is what the definition gives, on every scale', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }), { maxLength: 8 }),
      (units) => {
        const order = [0, 1, 2, 3, 4];
        equals(
          krippendorffAlpha(units),
          naiveAlpha(units, (c, k) => (c === k ? 0 : 1)),
        );
        equals(krippendorffAlpha(units, order), naiveAlpha(units, naiveOrdinalDifference(units, order)));
        equals(
          intervalAlpha(units),
          naiveAlpha(units, (c, k) => (c - k) ** 2),
        );
        equals(
          ratioAlpha(units),
          naiveAlpha(units, (c, k) => (c + k === 0 ? 0 : ((c - k) / (c + k)) ** 2)),
        );
      },
    ),
    { numRuns: 500 },
  ));

test('of sets it is what the definition gives, by either distance', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.subarray(['ferry', 'mayor', 'pier']), { maxLength: 3 }), { maxLength: 6 }),
      (units) => {
        const key = (words: readonly string[]) => words.join();
        equals(alphaByDifference(units, key, jaccardDistance), naiveAlpha(units, naiveJaccardOfSets));
        equals(alphaByDifference(units, key, masiDistance), naiveAlpha(units, naiveMasi));
      },
    ),
    { numRuns: 500 },
  ));

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { continuumOf } from '@/lib/domain/agreement/continuum';
import { PooledContinua, unitizingAlpha } from '@/lib/domain/agreement/unitizing-alpha';
import type { Span } from '@/lib/domain/span';
import { annotatedText } from './agreement-arbitraries';
import { naiveDisagreements } from './naive-agreement';

/** A section as Krippendorff writes it: where it begins on his continuum, and how long it is. */
const unit = (begin: number, length: number, continuumFrom = 0): Span => ({
  start: begin - continuumFrom,
  end: begin - continuumFrom + length,
});

describe("Krippendorff's example (2004, Content Analysis, p. 254; 2004, Quality & Quantity 38, 795)", () => {
  const from = 150;
  const length = 300;
  const c = [
    [unit(225, 70, from), unit(370, 30, from)],
    [unit(220, 80, from), unit(355, 20, from), unit(400, 20, from)],
  ];
  const k = [
    [unit(180, 60, from), unit(300, 50, from)],
    [unit(180, 60, from), unit(300, 50, from)],
  ];

  test('category c: Do = .0144, De = .0532, alpha = .7286', () => {
    // Do = 2 (50 + 850 + 400) / (2 · 300²), as the differences 50, 850 and 400 are printed.
    expect(continuumOf(c, length).disagreement).toBe(2 * (50 + 850 + 400));
    expect(unitizingAlpha([continuumOf(c, length)])).toBeCloseTo(1 - 0.0144 / 0.0532, 2);
    expect(unitizingAlpha([continuumOf(c, length)])).toBeCloseTo(0.7286, 4);
  });

  test('category c, worked out by hand to the last digit', () => {
    // Observer i has gaps of 75, 75, 50; observer j of 70, 55, 25, 30. N = 5, L = 300, m = 2.
    const byUnits = (l: number) => (4 / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    const numerator =
      [70, 30, 80, 20, 20].reduce((sum, l) => sum + byUnits(l), 0) +
      70 ** 2 * (6 + 6 + 1) +
      30 ** 2 * (46 + 46 + 21 + 41 + 26 + 1) +
      0 +
      2 * 20 ** 2 * (56 + 56 + 31 + 51 + 36 + 6 + 11);
    const expected = ((2 / 300) * numerator) / (600 * 599 - (70 * 69 + 30 * 29 + 80 * 79 + 2 * 20 * 19));
    expect(expected).toBeCloseTo(0.0532, 4);
    expect(unitizingAlpha([continuumOf(c, length)])).toBeCloseTo(1 - 1300 / 90_000 / expected, 12);
  });

  test('category k: the same units, alpha = 1', () => {
    expect(unitizingAlpha([continuumOf(k, length)])).toBe(1);
    expect(naiveDisagreements([{ observers: k, length }]).expected).toBeCloseTo(0.049, 4);
  });

  // Krippendorff 1995; the cases of his figure of two sections.
  test.each([
    [unit(5, 6), unit(4, 2), 26],
    [unit(5, 6), unit(5, 2), 16],
    [unit(5, 6), unit(6, 2), 10],
    [unit(5, 6), unit(7, 2), 8],
    [unit(5, 6), unit(6, 4), 2],
    [unit(5, 6), unit(5, 6), 0],
    // The unit of two lies in the gap before the one of six: 2² + 6².
    [unit(5, 6), unit(2, 2), 40],
    [unit(5, 6), unit(3, 2), 40],
  ])('%o and %o differ by %i', (a, b, difference) => {
    expect(continuumOf([[a], [b]], 20).disagreement).toBe(2 * difference);
  });
});

test('spans of one annotator that share a code point are one unit, those that touch are two', () => {
  expect(continuumOf([[unit(0, 4), unit(3, 4)], []], 10).units).toEqual([7]);
  expect(continuumOf([[unit(0, 4), unit(4, 4)], []], 10)).toMatchObject({ units: [4, 4], gaps: [2, 10] });
});

test('where nothing is marked, alpha is not defined; where one alone marks, it is', () => {
  expect(unitizingAlpha([continuumOf([[], []], 10)])).toBeNull();
  expect(unitizingAlpha([])).toBeNull();
  expect(unitizingAlpha([continuumOf([[unit(0, 3)], []], 10)])).not.toBeNull();
  // Every code point is a unit of its own for both: no placing could disagree.
  expect(unitizingAlpha([continuumOf([[unit(0, 1)], [unit(0, 1)]], 1)])).toBeNull();
});

const closeTo = (actual: number | null, { observed, expected }: { observed: number; expected: number }) => {
  if (!(expected > 0)) {
    expect(actual).toBeNull();
    return;
  }
  const wanted = 1 - observed / expected;
  expect(Math.abs(actual! - wanted)).toBeLessThan(1e-9 * Math.max(1, Math.abs(wanted)));
};

test.each([2, 3])('for any spans of %i observers it is what the definition gives', (observers) =>
  fc.assert(
    fc.property(annotatedText(observers), (text) => {
      closeTo(unitizingAlpha([continuumOf(text.observers, text.length)]), naiveDisagreements([text]));
    }),
    { numRuns: 500 },
  ),
);

test('several texts, each counted several times, are one continuum laid end to end in any order', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ text: annotatedText(2), weight: fc.integer({ min: 0, max: 3 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      (drawn) => {
        const continua = drawn.map(({ text }) => continuumOf(text.observers, text.length));
        const weights = drawn.map(({ weight }) => weight);
        const repeated = drawn.flatMap(({ text, weight }) => Array.from({ length: weight }, () => text));
        const alpha = new PooledContinua(continua).alpha(weights);
        if (repeated.length === 0) expect(alpha).toBeNull();
        else closeTo(alpha, naiveDisagreements(repeated.toReversed()));
      },
    ),
    { numRuns: 300 },
  ));

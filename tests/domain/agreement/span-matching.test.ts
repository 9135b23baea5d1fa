import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  exactMatchCount,
  isSameByOverlap,
  jaccardOf,
  overlapMatches,
} from '@/lib/domain/agreement/span-matching';
import type { Span } from '@/lib/domain/span';
import { spansWithin } from './agreement-arbitraries';
import { naiveJaccard, naiveMatchCount } from './naive-agreement';

const span = (start: number, end: number): Span => ({ start, end });
const equal = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

test('the nearest partner is given up where that makes one pair more', () => {
  // [0, 10) is equal to the first of b and half of the second; [0, 9) can have the first alone.
  const a = [span(0, 10), span(0, 9)];
  const b = [span(0, 10), span(5, 10)];
  expect(overlapMatches(a, b)).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('half of what two spans cover together is enough, less is not', () => {
  expect(jaccardOf(span(0, 10), span(0, 5))).toBe(0.5);
  expect(overlapMatches([span(0, 10)], [span(0, 5)])).toHaveLength(1);
  expect(overlapMatches([span(0, 11)], [span(0, 5)])).toHaveLength(0);
  expect(overlapMatches([span(0, 5)], [span(5, 10)])).toHaveLength(0);
});

test('spans that one annotator has twice need two partners', () => {
  expect(exactMatchCount([span(1, 4), span(1, 4)], [span(1, 4)])).toBe(1);
  expect(exactMatchCount([span(1, 4), span(1, 4)], [span(1, 4), span(1, 4), span(1, 4)])).toBe(2);
  expect(overlapMatches([span(1, 4), span(1, 4)], [span(1, 4)])).toHaveLength(1);
});

const twoAnnotators = fc
  .integer({ min: 1, max: 14 })
  .chain((length) => fc.tuple(spansWithin(length, 6), spansWithin(length, 6)));

test('for any spans there are as many pairs as any way of matching gives', () =>
  fc.assert(
    fc.property(twoAnnotators, ([a, b]) => {
      const matches = overlapMatches(a, b);
      expect(matches).toHaveLength(naiveMatchCount(a, b, isSameByOverlap));
      expect(exactMatchCount(a, b)).toBe(naiveMatchCount(a, b, equal));
      expect(new Set(matches.map(([i]) => i)).size).toBe(matches.length);
      expect(new Set(matches.map(([, j]) => j)).size).toBe(matches.length);
      for (const [i, j] of matches) expect(naiveJaccard(a[i]!, b[j]!)).toBeGreaterThanOrEqual(0.5);
    }),
    { numRuns: 1_000 },
  ));

test('which spans are matched does not hang on the order in which they are given', () =>
  fc.assert(
    fc.property(twoAnnotators, ([a, b]) => {
      const ends = (as: readonly Span[], bs: readonly Span[]): string[] =>
        overlapMatches(as, bs)
          .map(([i, j]) => JSON.stringify([as[i], bs[j]]))
          .sort();
      expect(ends(a.toReversed(), b.toReversed())).toEqual(ends(a, b));
    }),
  ));

test('ten thousand spans on each side are matched at once', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) => span(i * 3, i * 3 + 5));
  expect(
    overlapMatches(
      chain,
      chain.map(({ start, end }) => span(start + 1, end + 1)),
    ),
  ).toHaveLength(10_000);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterAlpha, characterCounts, characterKappa } from '@/lib/domain/agreement/character-agreement';
import { cohenKappa } from '@/lib/domain/agreement/cohen-kappa';
import { krippendorffAlpha } from '@/lib/domain/agreement/krippendorff-alpha';
import { annotatedText } from './agreement-arbitraries';
import { maskOf } from './naive-agreement';

test('ten code points, 2–6 and 4–9 marked, worked out by hand', () => {
  const counts = characterCounts([{ start: 2, end: 6 }], [{ start: 4, end: 9 }], 10);
  expect(counts).toEqual({ both: 2, onlyA: 2, onlyB: 3, neither: 3 });
  // po = .5; pe = .4 · .5 + .6 · .5 = .5
  expect(characterKappa(counts)).toBe(0);
  // 20 values, 9 of them marked: 1 − 19 · 5 / (9 · 11)
  expect(characterAlpha(counts)).toBeCloseTo(1 - 95 / 99, 12);
});

test('where nobody or everybody marked everything, they are not defined', () => {
  const all = [{ start: 0, end: 5 }];
  for (const spans of [[], all]) {
    expect(characterKappa(characterCounts(spans, spans, 5))).toBeNull();
    expect(characterAlpha(characterCounts(spans, spans, 5))).toBeNull();
  }
  // One alone: no better than chance.
  expect(characterKappa(characterCounts(all, [], 5))).toBe(0);
});

test('for any spans the counts are those of the masks, and the figures those of the masks as values', () =>
  fc.assert(
    fc.property(annotatedText(2), ({ length, observers: [a, b] }) => {
      const [maskA, maskB] = [maskOf(a!, length), maskOf(b!, length)];
      const count = (inA: boolean, inB: boolean): number =>
        maskA.filter((marked, at) => marked === inA && maskB[at] === inB).length;
      const counts = characterCounts(a!, b!, length);
      expect(counts).toEqual({
        both: count(true, true),
        onlyA: count(true, false),
        onlyB: count(false, true),
        neither: count(false, false),
      });
      const pairs = maskA.map((marked, at) => [marked, maskB[at]!] as const);
      const [kappa, alpha] = [cohenKappa(pairs), krippendorffAlpha(pairs)];
      if (kappa === null) expect(characterKappa(counts)).toBeNull();
      else expect(characterKappa(counts)).toBeCloseTo(kappa, 9);
      if (alpha === null) expect(characterAlpha(counts)).toBeNull();
      else expect(characterAlpha(counts)).toBeCloseTo(alpha, 9);
    }),
    { numRuns: 500 },
  ));

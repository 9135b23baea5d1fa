import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areSortedAndDisjoint } from '@/lib/domain/span';
import { spansTogether } from '@/lib/domain/span-union';

test('what overlaps or touches is one stretch, whatever the order', () => {
  const apart = { start: 9, end: 12 };
  expect(spansTogether([apart, { start: 0, end: 3 }])).toEqual([{ start: 0, end: 3 }, apart]);
  expect(
    spansTogether([
      { start: 2, end: 5 },
      { start: 0, end: 3 },
    ]),
  ).toEqual([{ start: 0, end: 5 }]);
  expect(
    spansTogether([
      { start: 0, end: 3 },
      { start: 3, end: 5 },
    ]),
  ).toEqual([{ start: 0, end: 5 }]);
  expect(spansTogether([])).toEqual([]);
});

test('of any spans: the same places, sorted and disjoint, and none of the given is changed', () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (pairs) => {
      const spans = pairs.map(([start, length]) => Object.freeze({ start, end: start + length }));
      const together = spansTogether(spans);
      expect(areSortedAndDisjoint(together)).toBe(true);
      const places = (of: readonly { start: number; end: number }[]) =>
        [...Array(60).keys()].filter((at) => of.some(({ start, end }) => start <= at && at < end));
      expect(places(together)).toEqual(places(spans));
      expect(spansTogether(together)).toEqual(together);
    }),
  );
});

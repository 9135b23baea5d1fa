import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf, wilsonInterval } from '@/lib/domain/wilson';

// Newcombe 1998, Statistics in Medicine 17, 857–872, Table I, method 3 (score, without correction for continuity).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the interval of %i of %i is the one that Newcombe prints', (count, n, low, high) => {
  const interval = wilsonInterval(count, n)!;
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('none of none has no share', () => {
  expect(wilsonInterval(0, 0)).toBeNull();
  expect(shareOf(0, 0)).toBeNull();
});

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('the interval holds the rate, lies within 0 and 1, and mirrors that of the contrary', () =>
  fc.assert(
    fc.property(counts, ([count, n]) => {
      const { low, high } = wilsonInterval(count, n)!;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(count / n);
      expect(high).toBeGreaterThanOrEqual(count / n);
      const contrary = wilsonInterval(n - count, n)!;
      expect(contrary.low).toBeCloseTo(1 - high, 12);
      expect(contrary.high).toBeCloseTo(1 - low, 12);
    }),
  ));

test('its ends are where the score test just rejects: |p̂ − p| = z √(p(1 − p)/n)', () =>
  fc.assert(
    fc.property(counts, ([count, n]) => {
      const { low, high } = wilsonInterval(count, n)!;
      for (const p of [low, high])
        if (p > 0 && p < 1)
          expect(Math.abs(count / n - p)).toBeCloseTo(1.959963984540054 * Math.sqrt((p * (1 - p)) / n), 9);
    }),
  ));

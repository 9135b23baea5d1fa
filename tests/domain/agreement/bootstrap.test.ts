import { expect, test } from 'vitest';
import { drawnWeights, percentileInterval } from '@/lib/domain/agreement/bootstrap';
import { seededDraw } from '@/lib/domain/agreement/seeded-random';

test('each draw takes as many articles as there are, with replacement, and the same ones for the same seed', () => {
  const draws = drawnWeights(50, 300, seededDraw(3));
  for (const weights of draws) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(50);
  expect(drawnWeights(50, 300, seededDraw(3))).toEqual(draws);
  expect(drawnWeights(50, 300, seededDraw(4))).not.toEqual(draws);
  // An article is missing from a draw with a chance of (1 − 1/50)^50.
  const missing = draws.flatMap((weights) => [...weights]).filter((weight) => weight === 0).length;
  expect(missing / (50 * 300)).toBeCloseTo((1 - 1 / 50) ** 50, 1);
});

test('the interval leaves out 2.5 % at either end, and what is undefined', () => {
  const values = Array.from({ length: 1_000 }, (_, i) => i + 1);
  expect(percentileInterval([...values, null, null])).toEqual({ low: 25, high: 975 });
  expect(percentileInterval([null, null])).toBeNull();
  expect(percentileInterval([0.4])).toEqual({ low: 0.4, high: 0.4 });
});

import { expect, test } from 'vitest';
import { RequestRate } from '@/lib/auth/request-rate';

const QUARTER = 15 * 60 * 1000;

test('one client may ask so often, and again after a quarter of an hour', () => {
  const rate = new RequestRate({ client: 2, everybody: 100 });
  expect([1, 2, 3].map(() => rate.isAllowed('198.51.100.7', 0))).toEqual([true, true, false]);
  expect(rate.isAllowed('198.51.100.8', 0)).toBe(true);
  expect(rate.isAllowed('198.51.100.7', QUARTER - 1)).toBe(false);
  expect(rate.isAllowed('198.51.100.7', QUARTER)).toBe(true);
});

test('all together have a limit, which one client alone does not use up', () => {
  const rate = new RequestRate({ client: 2, everybody: 4 });
  for (let i = 0; i < 50; i++) rate.isAllowed('198.51.100.7', 0);
  expect([8, 9, 10].map((host) => rate.isAllowed(`198.51.100.${host}`, 0))).toEqual([true, true, false]);
});

test('clients of unknown address count as one', () => {
  const rate = new RequestRate({ client: 1, everybody: 100 });
  expect([rate.isAllowed(null, 0), rate.isAllowed(null, 0)]).toEqual([true, false]);
});

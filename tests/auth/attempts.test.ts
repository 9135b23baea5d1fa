import { expect, test } from 'vitest';
import { ATTEMPT_LIMITS, Attempts } from '@/lib/auth/attempts';

const MINUTE = 60_000;

test('an address gets ten attempts in a quarter of an hour, from wherever they come', () => {
  const attempts = new Attempts();
  const allowed = Array.from({ length: 12 }, (_, n) => attempts.isAllowed('a@example.org', `10.0.0.${n}`, 0));
  expect(allowed.filter(Boolean)).toHaveLength(ATTEMPT_LIMITS.address);
  expect(attempts.isAllowed('a@example.org', '10.0.1.1', 14 * MINUTE)).toBe(false);
  expect(attempts.isAllowed('a@example.org', '10.0.1.1', 15 * MINUTE)).toBe(true);
});

test('a client that tries many addresses is stopped too', () => {
  const attempts = new Attempts();
  for (let n = 0; n < ATTEMPT_LIMITS.client; n++)
    expect(attempts.isAllowed(`${n}@example.org`, '10.0.0.1', 0)).toBe(true);
  expect(attempts.isAllowed('one-more@example.org', '10.0.0.1', 0)).toBe(false);
  expect(attempts.isAllowed('one-more@example.org', '10.0.0.2', 0)).toBe(true);
});

test('the right password clears the count', () => {
  const attempts = new Attempts();
  for (let n = 0; n < ATTEMPT_LIMITS.address; n++) attempts.isAllowed('a@example.org', null, 0);
  attempts.forget('a@example.org', null);
  expect(attempts.isAllowed('a@example.org', null, 0)).toBe(true);
});

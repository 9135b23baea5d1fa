import { expect, test } from 'vitest';
import { hashPassword, isPasswordCorrect } from '@/lib/auth/password';

test('a password is kept as argon2id and recognised', async () => {
  const hash = await hashPassword('harbour lights');
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await isPasswordCorrect(hash, 'harbour lights')).toBe(true);
  expect(await isPasswordCorrect(hash, 'harbour light')).toBe(false);
});

test('letters written in one or two code points are the same password', async () => {
  const hash = await hashPassword('Zürich lake'.normalize('NFC'));
  expect(await isPasswordCorrect(hash, 'Zürich lake'.normalize('NFD'))).toBe(true);
});

test('without a hash nothing is right, and the refusal takes the time of a real one', async () => {
  const hash = await hashPassword('harbour lights');
  await isPasswordCorrect(null, 'warm up');
  const known = await millisecondsOf(() => isPasswordCorrect(hash, 'wrong'));
  const unknown = await millisecondsOf(() => isPasswordCorrect(null, 'wrong'));
  expect(await isPasswordCorrect(null, '')).toBe(false);
  // A missing hash that is answered without hashing would be a thousand times faster.
  expect(unknown).toBeGreaterThan(known / 10);
});

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let round = 0; round < 3; round++) await work();
  return performance.now() - start;
}

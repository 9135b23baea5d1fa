import { expect, test } from 'vitest';
import { isApiToken, newApiToken, newSecretToken, tokenHash } from '@/lib/auth/secret-token';

test('a token holds 256 bits and no two are alike', () => {
  expect(Buffer.from(newSecretToken(), 'base64url')).toHaveLength(32);
  expect(newSecretToken()).not.toBe(newSecretToken());
});

test('an API token is recognised by its form', () => {
  expect(isApiToken(newApiToken())).toBe(true);
  expect(isApiToken(newSecretToken())).toBe(false);
  expect(isApiToken('ts_short')).toBe(false);
});

test('what is kept does not hold the token', () => {
  expect(tokenHash('ts_x')).toMatch(/^[0-9a-f]{64}$/);
});

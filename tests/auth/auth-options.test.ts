import type { Account, NextAuthOptions, User } from 'next-auth';
import type { CredentialsConfig } from 'next-auth/providers/credentials';
import { expect, test } from 'vitest';
import { authOptions } from '@/lib/auth/auth-options';
import { hashPassword } from '@/lib/auth/password';
import { tokenHash } from '@/lib/auth/secret-token';
import { createSignInLink } from '@/lib/usecases/create-sign-in-link';
import { aUser, operatorContext } from '../support/builders';
import { testDatabase } from '../support/database';
import { valueOf } from '../support/failure-code';

const secret = 'a-secret-for-tests-alone';
const PASSWORD = 'harbour lights';

/** Signs in as next-auth does: `authorize`, the `jwt` callback, `encode`. Returns the cookie's value. */
async function signIn(provider: string, given: Record<string, string>): Promise<string> {
  const options = authOptions();
  const config = options.providers.find(
    (candidate) => (candidate.options as CredentialsConfig | undefined)?.id === provider,
  );
  const { authorize } = config!.options as CredentialsConfig;
  const headers = { 'user-agent': 'A browser' };
  const user = (await authorize(given, { headers } as never)) as User;
  return cookieFor(options, user, { type: 'credentials', provider, providerAccountId: user.id });
}

async function cookieFor(options: NextAuthOptions, user: User, account: Account): Promise<string> {
  const token = await options.callbacks!.jwt!({ token: {}, user, account });
  return options.jwt!.encode!({ token, secret });
}

const decoded = (token: string) => authOptions().jwt!.decode!({ token, secret });

test('a right password opens a session, of which the table keeps the hash', async () => {
  const user = await aUser({ passwordHash: await hashPassword(PASSWORD) });
  const cookie = await signIn('password', { email: ` ${user.email.toUpperCase()} `, password: PASSWORD });
  expect(await decoded(cookie)).toMatchObject({ userId: user.id, email: user.email });
  const rows = await testDatabase().query('SELECT id, user_agent FROM session WHERE user_id = $1', [user.id]);
  expect(rows).toEqual([{ id: tokenHash(cookie), user_agent: 'A browser' }]);
});

test('a session read again stays the same one', async () => {
  const user = await aUser({ passwordHash: await hashPassword(PASSWORD) });
  const cookie = await signIn('password', { email: user.email, password: PASSWORD });
  const token = (await decoded(cookie))!;
  expect(await authOptions().jwt!.encode!({ token, secret })).toBe(cookie);
});

test('a wrong password, an unknown address and an account without a password get one and the same answer', async () => {
  const withPassword = await aUser({ passwordHash: await hashPassword(PASSWORD) });
  const without = await aUser();
  for (const email of [withPassword.email, without.email, 'nobody@example.org', 'no address'])
    await expect(signIn('password', { email, password: 'wrong password' })).rejects.toThrow(
      'wrong_credentials',
    );
});

test('guessing is stopped, also with the right password at last', async () => {
  const user = await aUser({ passwordHash: await hashPassword(PASSWORD) });
  for (let n = 0; n < 10; n++)
    await expect(signIn('password', { email: user.email, password: 'wrong' })).rejects.toThrow('wrong_cred');
  await expect(signIn('password', { email: user.email, password: PASSWORD })).rejects.toThrow(
    'too_many_attempts',
  );
});

test('a link signs in once', async () => {
  const user = await aUser();
  const { link } = valueOf(await createSignInLink(operatorContext(), { email: user.email }));
  const token = new URL(link).searchParams.get('token')!;
  expect(await decoded(await signIn('link', { token }))).toMatchObject({ userId: user.id });
  await expect(signIn('link', { token })).rejects.toThrow('link_spent');
});

test('signing out deletes the session', async () => {
  const user = await aUser({ passwordHash: await hashPassword(PASSWORD) });
  const cookie = await signIn('password', { email: user.email, password: PASSWORD });
  const token = (await decoded(cookie))!;
  await authOptions().events!.signOut!({ token } as never);
  expect(await decoded(cookie)).toBeNull();
});

test('an outside provider lets in whoever has an account at the verified address, and nobody else', async () => {
  const user = await aUser();
  const account: Account = { type: 'oauth', provider: 'github', providerAccountId: '7' };
  const mayEnter = (email: string | null) =>
    authOptions().callbacks!.signIn!({ user: { id: '7', email }, account } as never);
  expect(await mayEnter(user.email)).toBe(true);
  expect(await mayEnter('stranger@example.org')).toBe(false);
  expect(await mayEnter(null)).toBe(false);
  const cookie = await cookieFor(authOptions(), { id: '7', email: user.email }, account);
  expect(await decoded(cookie)).toMatchObject({ userId: user.id });
});

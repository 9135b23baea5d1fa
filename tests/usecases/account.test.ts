import { expect, test } from 'vitest';
import { hashPassword } from '@/lib/auth/password';
import { tokenHash } from '@/lib/auth/secret-token';
import { changeName } from '@/lib/usecases/change-name';
import { changePassword } from '@/lib/usecases/change-password';
import { checkPassword } from '@/lib/usecases/check-password';
import { consumeSignInLink } from '@/lib/usecases/consume-sign-in-link';
import { createSignInLink } from '@/lib/usecases/create-sign-in-link';
import { listSessions } from '@/lib/usecases/list-sessions';
import { showAccount } from '@/lib/usecases/show-account';
import { signOutEverywhere } from '@/lib/usecases/sign-out-everywhere';
import { startSession } from '@/lib/usecases/start-session';
import { aMember, aUser, contextOf, operatorContext, visitorContext } from '../support/builders';
import { codeOf, valueOf } from '../support/failure-code';

const OLD = 'harbour lights';
const NEW = 'quieter harbour';

const aUserWithPassword = async () => aUser({ passwordHash: await hashPassword(OLD) });
const signsIn = async (email: string, password: string) =>
  codeOf(await checkPassword(visitorContext(), { email, password, client: null })) === null;
const aSession = (userId: string) => startSession(visitorContext(), { userId, userAgent: 'A browser' });

test('a first password needs no other one', async () => {
  const user = await aUser();
  expect(valueOf(await showAccount(contextOf(user))).hasPassword).toBe(false);
  valueOf(await changePassword(contextOf(user), { keepSession: null, body: { password: NEW } }));
  expect(valueOf(await showAccount(contextOf(user))).hasPassword).toBe(true);
  expect(await signsIn(user.email, NEW)).toBe(true);
});

test('a new password needs the current one', async () => {
  const user = await aUserWithPassword();
  for (const current of [undefined, 'wrong password', NEW]) {
    const body = { current, password: NEW };
    expect(codeOf(await changePassword(contextOf(user), { keepSession: null, body }))).toBe('wrong_password');
  }
  valueOf(
    await changePassword(contextOf(user), { keepSession: null, body: { current: OLD, password: NEW } }),
  );
  expect(await signsIn(user.email, OLD)).toBe(false);
  expect(await signsIn(user.email, NEW)).toBe(true);
});

test('whoever knew the old password is out: other sessions end, unused links are taken back', async () => {
  const user = await aUserWithPassword();
  const [here, there] = [await aSession(user.id), await aSession(user.id)];
  const { link } = valueOf(await createSignInLink(operatorContext(), { email: user.email }));
  const body = { current: OLD, password: NEW };
  valueOf(await changePassword(contextOf(user), { keepSession: tokenHash(here), body }));
  const sessions = valueOf(await listSessions(contextOf(user), { currentSession: tokenHash(here) }));
  expect(sessions).toMatchObject([{ isCurrent: true, userAgent: 'A browser' }]);
  expect(there).not.toBe(here);
  const token = new URL(link).searchParams.get('token')!;
  expect(codeOf(await consumeSignInLink(visitorContext(), { token }))).toBe('link_spent');
});

test('a short password is refused and the old one stays', async () => {
  const user = await aUserWithPassword();
  const body = { current: OLD, password: 'short' };
  expect(codeOf(await changePassword(contextOf(user), { keepSession: null, body }))).toBe('invalid_input');
  expect(await signsIn(user.email, OLD)).toBe(true);
});

test('guessing the current password is stopped', async () => {
  const user = await aUserWithPassword();
  const attempt = (current: string) =>
    changePassword(contextOf(user), { keepSession: null, body: { current, password: NEW } });
  for (let n = 0; n < 10; n++) expect(codeOf(await attempt('wrong password'))).toBe('wrong_password');
  expect(codeOf(await attempt(OLD))).toBe('too_many_attempts');
});

test('a name is changed', async () => {
  const user = await aUser();
  expect(valueOf(await changeName(contextOf(user), { name: '  Bo Lind ' }))).toBe('Bo Lind');
  expect(valueOf(await showAccount(contextOf(user))).name).toBe('Bo Lind');
  expect(codeOf(await changeName(contextOf(user), { name: '' }))).toBe('invalid_input');
  expect(codeOf(await changeName(contextOf(user), { name: 'a\0b' }))).toBe('nul_character');
});

test('one sees and ends one’s own sessions only', async () => {
  const [mine, theirs] = [await aUser(), await aUser()];
  await aSession(mine.id);
  await aSession(theirs.id);
  expect(valueOf(await signOutEverywhere(contextOf(mine)))).toEqual({ ended: 1 });
  expect(valueOf(await listSessions(contextOf(theirs), { currentSession: null }))).toHaveLength(1);
});

test('an account is not for tokens', async () => {
  const { user, workspace } = await aMember({ role: 'owner' });
  const token = contextOf(user, 'write', { tokenWorkspaceId: workspace.id });
  const outcomes = [
    await showAccount(token),
    await changeName(token, { name: 'X' }),
    await changePassword(token, { keepSession: null, body: { password: NEW } }),
    await listSessions(token, { currentSession: null }),
    await signOutEverywhere(token),
  ];
  expect(outcomes.map(codeOf)).toEqual(outcomes.map(() => 'forbidden'));
});

import { expect, test } from 'vitest';
import { contextFromRequest } from '@/lib/auth/current-context';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { createToken } from '@/lib/usecases/create-token';
import { listArticles } from '@/lib/usecases/list-articles';
import { removeMember } from '@/lib/usecases/remove-member';
import { revokeToken } from '@/lib/usecases/revoke-token';
import { signOutEverywhere } from '@/lib/usecases/sign-out-everywhere';
import { startSession } from '@/lib/usecases/start-session';
import { aMember, aUser, contextOf, visitorContext } from '../support/builders';
import { testDatabase } from '../support/database';
import { codeOf, valueOf } from '../support/failure-code';

const ADDRESS = 'http://127.0.0.1:3000/api/v1/x';
const request = (headers: Record<string, string>, method = 'GET') =>
  new Request(ADDRESS, { method, headers });
const withToken = (token: string) => request({ authorization: `Bearer ${token}` }, 'POST');
const withCookie = (sessionToken: string, method = 'GET', headers: Record<string, string> = {}) =>
  request({ cookie: `theme=dark; ${sessionCookieName()}=${sessionToken}`, ...headers }, method);

async function aToken(scope: 'read' | 'write' = 'write') {
  const member = await aMember({ role: 'editor' });
  const input = { slug: member.workspace.slug, body: { name: 'a script', scope } };
  return { ...member, scope, ...valueOf(await createToken(contextOf(member.user), input)) };
}
const aSession = async (user: { id: string }, now = new Date()) =>
  startSession(visitorContext(now), { userId: user.id, userAgent: null });

test('a token stands for its user in its workspace, with its scope', async () => {
  const { user, workspace, token } = await aToken('read');
  const origin = await contextFromRequest(withToken(token));
  expect(origin?.context?.actor).toEqual({
    userId: user.id,
    name: user.name,
    scope: 'read',
    tokenWorkspaceId: workspace.id,
  });
});

test('a token opens no other workspace of its user', async () => {
  const { user, token } = await aToken();
  const elsewhere = await aMember({ user, role: 'owner' });
  const origin = await contextFromRequest(withToken(token));
  const outcome = await listArticles(origin!.context!, { slug: elsewhere.workspace.slug, query: {} });
  expect(codeOf(outcome)).toBe('not_found');
});

test.each(['Bearer ts_unknown', `Bearer ts_${'x'.repeat(43)}`, 'Bearer', 'Basic YTpi', ''])(
  'the header "%s" is nobody, even beside a good cookie',
  async (authorization) => {
    const cookie = `${sessionCookieName()}=${await aSession(await aUser())}`;
    expect(await contextFromRequest(request({ authorization, cookie }))).toBeNull();
  },
);

test('a revoked token is nobody', async () => {
  const { user, workspace, id, token } = await aToken();
  valueOf(await revokeToken(contextOf(user), { slug: workspace.slug, id }));
  expect(await contextFromRequest(withToken(token))).toBeNull();
});

test('the token of somebody who was removed is nobody', async () => {
  const { user, workspace, token } = await aToken();
  const owner = await aMember({ workspace, role: 'owner' });
  valueOf(await removeMember(contextOf(owner.user), { slug: workspace.slug, userId: user.id }));
  expect(await contextFromRequest(withToken(token))).toBeNull();
});

test('the use of a token is noted at most once a minute', async () => {
  const { id, token } = await aToken();
  const lastUse = async () => {
    const [row] = await testDatabase().query<{ at: Date | null; version: string }>(
      'SELECT last_used_at AS at, xmin::text AS version FROM api_token WHERE id = $1',
      [id],
    );
    return row;
  };
  await contextFromRequest(withToken(token));
  const first = await lastUse();
  await contextFromRequest(withToken(token));
  expect(first?.at).toBeInstanceOf(Date);
  expect(await lastUse()).toEqual(first);
});

test('a cookie reads without an Origin, and writes only with the right one', async () => {
  const user = await aUser();
  const session = await aSession(user);
  const read = await contextFromRequest(withCookie(session));
  expect(read?.context?.actor).toEqual({
    userId: user.id,
    name: user.name,
    scope: 'write',
    tokenWorkspaceId: null,
  });
  const own = await contextFromRequest(withCookie(session, 'PUT', { origin: 'http://127.0.0.1:3000' }));
  expect(own?.context?.actor.userId).toBe(user.id);
  for (const headers of [{}, { origin: 'https://elsewhere.example' }]) {
    const foreign = await contextFromRequest(
      withCookie(session, 'DELETE', headers as Record<string, string>),
    );
    expect(foreign?.refusal?.code).toBe('wrong_origin');
    expect(foreign?.context).toBeUndefined();
  }
});

test('nobody is told apart from a foreign site only when signed in', async () => {
  expect(await contextFromRequest(withCookie('made-up', 'POST'))).toBeNull();
  expect(await contextFromRequest(request({}))).toBeNull();
});

test('a session that has run out is nobody', async () => {
  const longAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  expect(await contextFromRequest(withCookie(await aSession(await aUser(), longAgo)))).toBeNull();
});

test('signing out everywhere ends every session at once, and nobody else’s', async () => {
  const user = await aUser();
  const other = await aSession(await aUser());
  const sessions = [await aSession(user), await aSession(user)];
  expect(valueOf(await signOutEverywhere(contextOf(user)))).toEqual({ ended: 2 });
  for (const session of sessions) expect(await contextFromRequest(withCookie(session))).toBeNull();
  expect(await contextFromRequest(withCookie(other))).not.toBeNull();
});

import { describe, expect, test } from 'vitest';
import { handle, json } from '@/app/api/v1/_http/handle';
import { env } from '@/lib/env';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { startSession } from '@/lib/usecases/start-session';
import { aUser, visitorContext } from '../support/builders';

describe('a request that says whose change it carries', () => {
  const route = handle<object>(async ({ context }) => json({ userId: context.actor.userId }));

  async function sent(meantUser?: string) {
    const user = await aUser();
    const token = await startSession(visitorContext(), { userId: user.id, userAgent: null });
    const headers = new Headers({
      cookie: `${sessionCookieName()}=${token}`,
      origin: new URL(env().NEXTAUTH_URL).origin,
    });
    if (meantUser !== undefined) headers.set('touchstone-user', meantUser === 'own' ? user.id : meantUser);
    const request = new Request(`${env().NEXTAUTH_URL}/api/v1/x`, { method: 'POST', headers });
    return { user, response: await route(request, { params: Promise.resolve({}) }) };
  }

  test('passes for the user who is signed in, and without saying it', async () => {
    for (const meant of ['own', undefined]) {
      const { user, response } = await sent(meant);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ userId: user.id });
    }
  });

  test('is refused when somebody else has signed in since', async () => {
    const { response } = await sent((await aUser()).id);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'other_user' });
  });
});

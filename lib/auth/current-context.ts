import 'server-only';
import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { v7 } from 'uuid';
import { database } from '@/lib/data/database';
import { findSessionUser } from '@/lib/data/sessions';
import { findTokenBearer, touchToken } from '@/lib/data/tokens';
import type { Failure } from '@/lib/domain/result';
import type { Actor, Context } from '@/lib/usecases/context';
import { isSameOrigin } from './origin';
import { isApiToken, tokenHash } from './secret-token';
import { findCookie, sessionCookieName } from './session-cookie';

/** Who sent a request to the API: somebody, or somebody's browser under another site's command. */
export type RequestOrigin =
  { context: Context; refusal?: undefined } | { context?: undefined; refusal: Failure<'wrong_origin'> };

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

const contextFor = (actor: Actor, now: Date): Context => ({ actor, now, newId: v7 });

/** The signed-in person, for pages and server actions, or null. Asked once per request. */
export const findContext = cache(async (): Promise<Context | null> => {
  const sessionToken = (await cookies()).get(sessionCookieName())?.value;
  return sessionToken ? findSessionContext(sessionToken) : null;
});

/** The signed-in person; anybody else is sent to sign in first, and from there on to `next`. */
export async function requireContext(next?: string): Promise<Context> {
  const context = await findContext();
  if (context) return context;
  redirect((next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in') as Route);
}

/**
 * Who sent a request to the API, by bearer token or session cookie; null for nobody. A bearer token that is
 * unknown, revoked or malformed is nobody, even beside a valid cookie. A cookie writes only from the app's own pages.
 */
export async function contextFromRequest(request: Request): Promise<RequestOrigin | null> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const context = await findTokenContext(authorization);
    return context && { context };
  }
  const sessionToken = findCookie(request.headers.get('cookie'), sessionCookieName());
  const context = sessionToken === null ? null : await findSessionContext(sessionToken);
  if (!context) return null;
  if (!SAFE_METHODS.includes(request.method) && !isSameOrigin(request))
    return {
      refusal: {
        code: 'wrong_origin',
        message:
          'This request came from another site and nothing was changed. Use the app itself or an API token.',
      },
    };
  return { context };
}

async function findSessionContext(sessionToken: string): Promise<Context | null> {
  const now = new Date();
  const user = await findSessionUser(database(), tokenHash(sessionToken), now);
  return (
    user && contextFor({ userId: user.id, name: user.name, scope: 'write', tokenWorkspaceId: null }, now)
  );
}

async function findTokenContext(authorization: string): Promise<Context | null> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!token || !isApiToken(token)) return null;
  const now = new Date();
  const bearer = await findTokenBearer(database(), tokenHash(token));
  if (!bearer) return null;
  await touchToken(database(), bearer, now);
  const { userId, name, scope, workspaceId } = bearer;
  return contextFor({ userId, name, scope, tokenWorkspaceId: workspaceId }, now);
}

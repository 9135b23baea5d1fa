import 'server-only';
import { cookies } from 'next/headers';
import { database } from '@/lib/data/database';
import { deleteSession } from '@/lib/data/sessions';
import { tokenHash } from './secret-token';
import { hasSecureCookies, sessionCookieName } from './session-cookie';

/** The id of the session that this browser's cookie names, or null. */
export async function findCurrentSession(): Promise<string | null> {
  const sessionToken = (await cookies()).get(sessionCookieName())?.value;
  return sessionToken ? tokenHash(sessionToken) : null;
}

/** Signs this browser out. For server actions: a page cannot change cookies. */
export async function endCurrentSession(): Promise<void> {
  const id = await findCurrentSession();
  if (id !== null) await deleteSession(database(), id);
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: hasSecureCookies() } as const;
  (await cookies()).set(sessionCookieName(), '', { ...attributes, maxAge: 0 });
}

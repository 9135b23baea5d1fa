import 'server-only';
import { env } from '@/lib/env';

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

export const hasSecureCookies = (): boolean => env().NEXTAUTH_URL.startsWith('https://');

/**
 * Under https only the prefixed name counts: a cookie with the plain one could have been planted over http
 * or by a neighbouring subdomain.
 */
export const sessionCookieName = (): string =>
  hasSecureCookies() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

/** The value of a cookie in a `Cookie` header, or null. */
export function findCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return value.join('=').trim() || null;
  }
  return null;
}

'use client';
import { tellSignedIn } from '@/app/_forms/session-news';

const WORDS: Record<string, string> = {
  wrong_credentials: 'This e-mail address and password do not belong together. Check both and try again.',
  too_many_attempts: 'Too many attempts. Wait a quarter of an hour, or use a sign-in link.',
  link_spent: 'This link was used already or is older than a day. Ask for a fresh one.',
};
const OTHERWISE = 'Signing in did not work. Reload the page and try again.';

/** Signs in at next-auth; returns why not, in words, or null when it worked. */
export async function signInWith(
  provider: 'password' | 'link',
  given: Record<string, string>,
): Promise<string | null> {
  const { error } = await askNextAuth(`callback/${provider}`, given);
  if (error !== null) return WORDS[error] ?? OTHERWISE;
  tellSignedIn();
  return null;
}

/** Where the sign-in at an outside provider begins. */
export async function outsideAddress(provider: string, next: string): Promise<string> {
  const { url } = await askNextAuth(`signin/${provider}`, { callbackUrl: next });
  return url;
}

async function askNextAuth(
  path: string,
  given: Record<string, string>,
): Promise<{ url: string; error: string | null }> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...given, csrfToken, json: 'true' });
  const response = await fetch(`/api/auth/${path}`, { method: 'POST', body });
  const { url } = (await response.json()) as { url: string };
  return { url, error: new URL(url, location.href).searchParams.get('error') };
}

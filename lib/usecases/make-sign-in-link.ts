import 'server-only';
import { signInLink } from '@/lib/auth/links';
import { newSecretToken, tokenHash } from '@/lib/auth/secret-token';
import type { Database } from '@/lib/data/database';
import { insertSignInLink } from '@/lib/data/sign-in-links';
import type { Context } from './context';

const LINK_LIVES_MS = 24 * 60 * 60 * 1000;

export interface LinkedAccount {
  id: string;
  email: string;
  link: string;
}

/** Makes a fresh one-time sign-in link for an account. The token in it is kept nowhere else. */
export async function makeSignInLink(
  db: Database,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  account: { id: string; email: string },
): Promise<LinkedAccount> {
  const token = newSecretToken();
  await insertSignInLink(db, {
    id: newId(),
    userId: account.id,
    tokenHash: tokenHash(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINK_LIVES_MS),
  });
  return { id: account.id, email: account.email, link: signInLink(token) };
}

import 'server-only';
import { tokenHash } from '@/lib/auth/secret-token';
import { database } from '@/lib/data/database';
import { markLinkConsumed } from '@/lib/data/sign-in-links';
import { findAccount } from '@/lib/data/users';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { SignedIn } from './check-password';
import type { VisitorContext } from './visitor-context';

/** Spends a sign-in link. It works once and for 24 hours; an unknown one is answered like a spent one. */
export async function consumeSignInLink(
  { now }: VisitorContext,
  { token }: { token: string },
): Promise<Result<SignedIn, Failure<'link_spent'>>> {
  const link = await markLinkConsumed(database(), tokenHash(token), now);
  const account = link && (await findAccount(database(), link.userId));
  if (!account)
    return err({
      code: 'link_spent',
      message: 'This link was used already or is older than a day. Ask for a fresh one.',
    });
  return ok({ id: account.id, email: account.email, name: account.name });
}

import 'server-only';
import { deleteUserSessions } from '@/lib/data/sessions';
import { deleteUnusedLinks } from '@/lib/data/sign-in-links';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireSession } from './require-session';

/** Ends every session of one's own at once, this one too, and takes back unused sign-in links. */
export async function signOutEverywhere(context: Context): Promise<Result<{ ended: number }, Failure>> {
  const session = requireSession(context);
  if (!session.ok) return session;
  return inTransaction(async (tx) => {
    await deleteUnusedLinks(tx, context.actor.userId);
    return ok({ ended: await deleteUserSessions(tx, context.actor.userId) });
  });
}

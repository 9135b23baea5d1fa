import 'server-only';
import { database } from '@/lib/data/database';
import { findAccount } from '@/lib/data/users';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { requireSession } from './require-session';

export interface OwnAccount {
  id: string;
  email: string;
  name: string;
  hasPassword: boolean;
  isAdmin: boolean;
}

/** One's own account. */
export async function showAccount(context: Context): Promise<Result<OwnAccount, Failure>> {
  const session = requireSession(context);
  if (!session.ok) return session;
  const account = await findAccount(database(), context.actor.userId);
  if (!account) throw new Error('the actor has no account');
  const { id, email, name, isAdmin, passwordHash } = account;
  return ok({ id, email, name, isAdmin, hasPassword: passwordHash !== null });
}

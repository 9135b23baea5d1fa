import 'server-only';
import type { Database } from '@/lib/data/database';
import { type Account, findAccountByEmail, insertAccount } from '@/lib/data/users';
import type { Context } from './context';

/** The account of an address, made when there is none: also when two ask at once, there is one. */
export async function findOrMakeAccount(
  db: Database,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  { email, name }: { email: string; name: string },
): Promise<{ account: Account; isNew: boolean }> {
  const isNew = await insertAccount(db, { id: newId(), email, name, passwordHash: null, createdAt: now });
  const account = await findAccountByEmail(db, email);
  if (!account) throw new Error('an account vanished while it was made');
  return { account, isNew };
}

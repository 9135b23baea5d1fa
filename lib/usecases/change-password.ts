import 'server-only';
import { z } from 'zod';
import { passwordAttempts } from '@/lib/auth/attempts';
import { hashPassword, isPasswordCorrect } from '@/lib/auth/password';
import { database } from '@/lib/data/database';
import { deleteUserSessions } from '@/lib/data/sessions';
import { deleteUnusedLinks } from '@/lib/data/sign-in-links';
import { findAccount, updateAccount } from '@/lib/data/users';
import { newPasswordSchema } from '@/lib/domain/account';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { tooManyAttempts } from './check-password';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireSession } from './require-session';

const inputSchema = z.object({ current: z.string().max(1_000).optional(), password: newPasswordSchema });

/**
 * Sets one's password. The current one is asked for where there is one. Every other session ends, and unused sign-in
 * links are taken back: whoever knew the old password is out.
 */
export async function changePassword(
  context: Context,
  input: { keepSession: string | null; body: unknown },
): Promise<Result<null, Failure>> {
  const session = requireSession(context);
  if (!session.ok) return session;
  const body = parseInput(inputSchema, input.body);
  if (!body.ok) return body;
  const { current = '', password } = body.value;
  const account = await findAccount(database(), context.actor.userId);
  if (!account) throw new Error('the actor has no account');
  if (account.passwordHash !== null) {
    if (!passwordAttempts.isAllowed(account.email, null, context.now.getTime())) return tooManyAttempts;
    if (!(await isPasswordCorrect(account.passwordHash, current)))
      return err({
        code: 'wrong_password',
        message: 'The current password is not right. Nothing was changed.',
      });
    passwordAttempts.forget(account.email, null);
  }
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await updateAccount(tx, account.id, { passwordHash });
    await deleteUserSessions(tx, account.id, input.keepSession);
    await deleteUnusedLinks(tx, account.id);
    return ok(null);
  });
}

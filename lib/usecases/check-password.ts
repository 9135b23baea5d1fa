import 'server-only';
import { passwordAttempts } from '@/lib/auth/attempts';
import { isPasswordCorrect } from '@/lib/auth/password';
import { database } from '@/lib/data/database';
import { findAccountByEmail } from '@/lib/data/users';
import { emailSchema } from '@/lib/domain/ids';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { VisitorContext } from './visitor-context';

export interface SignedIn {
  id: string;
  email: string;
  name: string;
}

export const tooManyAttempts = err<Failure<'too_many_attempts'>>({
  code: 'too_many_attempts',
  message: 'Too many attempts. Wait a quarter of an hour, or ask for a sign-in link.',
});

/** Whom an address and a password belong to. Words and time of a refusal do not tell whether the address is known. */
export async function checkPassword(
  { now }: VisitorContext,
  input: { email: string; password: string; client: string | null },
): Promise<Result<SignedIn, Failure<'wrong_credentials' | 'too_many_attempts'>>> {
  const email = emailSchema.safeParse(input.email).data ?? '';
  if (!passwordAttempts.isAllowed(email, input.client, now.getTime())) return tooManyAttempts;
  const account = await findAccountByEmail(database(), email);
  if (!(await isPasswordCorrect(account?.passwordHash ?? null, input.password)) || !account)
    return err({ code: 'wrong_credentials', message: 'This address and password do not belong together.' });
  passwordAttempts.forget(email, input.client);
  return ok({ id: account.id, email: account.email, name: account.name });
}

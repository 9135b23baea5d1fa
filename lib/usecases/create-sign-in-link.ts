import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { findAccountByEmail } from '@/lib/data/users';
import { emailSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type LinkedAccount, makeSignInLink } from './make-sign-in-link';
import type { OperatorContext } from './operator-context';

/** A fresh one-time sign-in link for a known address. */
export async function createSignInLink(
  context: OperatorContext,
  body: unknown,
): Promise<Result<LinkedAccount, Failure>> {
  const input = parseInput(z.object({ email: emailSchema }), body);
  if (!input.ok) return input;
  const account = await findAccountByEmail(database(), input.value.email);
  if (!account) return err({ code: 'not_found', message: `Nobody has the address ${input.value.email}.` });
  return ok(await makeSignInLink(database(), context, account));
}

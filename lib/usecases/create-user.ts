import 'server-only';
import { z } from 'zod';
import { hashPassword } from '@/lib/auth/password';
import { database } from '@/lib/data/database';
import { promoteFirstOwner, updateAccount } from '@/lib/data/users';
import { findWorkspace } from '@/lib/data/workspaces';
import { newPasswordSchema, personNameSchema } from '@/lib/domain/account';
import { emailSchema, slugSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { ROLES } from '@/lib/domain/vocabulary';
import { findOrMakeAccount } from './find-or-make-account';
import { inTransaction } from './in-transaction';
import { type LinkedAccount, makeSignInLink } from './make-sign-in-link';
import type { OperatorContext } from './operator-context';
import { setRole } from './set-role';

const inputSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  workspace: slugSchema,
  role: z.enum(ROLES),
  password: newPasswordSchema.optional(),
});

/**
 * Makes an account and its membership, and a one-time link to sign in with. An address that is known keeps its name
 * and gets the membership; a password, when given, is set.
 */
export async function createUser(
  context: OperatorContext,
  body: unknown,
): Promise<Result<LinkedAccount, Failure>> {
  const input = parseInput(inputSchema, body);
  if (!input.ok) return input;
  const { email, name, role, password } = input.value;
  const workspace = await findWorkspace(database(), input.value.workspace);
  if (!workspace)
    return err({ code: 'not_found', message: `There is no workspace "${input.value.workspace}".` });
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  return inTransaction(async (tx) => {
    const { account } = await findOrMakeAccount(tx, context, { email, name });
    if (passwordHash !== undefined) await updateAccount(tx, account.id, { passwordHash });
    const set = await setRole(tx, context, { workspaceId: workspace.id, userId: account.id, role });
    if (!set.ok) return set;
    if (role === 'owner') await promoteFirstOwner(tx, account.id);
    return ok(await makeSignInLink(tx, context, account));
  });
}

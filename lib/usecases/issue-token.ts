import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { findRole } from '@/lib/data/memberships';
import { findAccountByEmail } from '@/lib/data/users';
import { findWorkspace } from '@/lib/data/workspaces';
import { emailSchema, slugSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { TOKEN_SCOPES } from '@/lib/domain/vocabulary';
import { type CreatedToken, makeToken } from './make-token';
import type { OperatorContext } from './operator-context';

const inputSchema = z.object({
  user: emailSchema,
  workspace: slugSchema,
  scope: z.enum(TOKEN_SCOPES),
  name: z.string().trim().min(1).max(120).default('command line'),
});

/** Makes an API token for a member, for whoever runs a command on the server. */
export async function issueToken(
  context: OperatorContext,
  body: unknown,
): Promise<Result<CreatedToken, Failure>> {
  const input = parseInput(inputSchema, body);
  if (!input.ok) return input;
  const { user: email, workspace: slug, scope, name } = input.value;
  const account = await findAccountByEmail(database(), email);
  if (!account) return err({ code: 'not_found', message: `Nobody has the address ${email}.` });
  const workspace = await findWorkspace(database(), slug);
  if (!workspace) return err({ code: 'not_found', message: `There is no workspace "${slug}".` });
  if ((await findRole(database(), workspace.id, account.id)) === null)
    return err({ code: 'not_found', message: `${email} is not a member of "${slug}".` });
  return ok(
    await makeToken(database(), context, { name, scope, userId: account.id, workspaceId: workspace.id }),
  );
}

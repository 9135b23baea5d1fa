import 'server-only';
import { z } from 'zod';
import { findRole, lockMembers } from '@/lib/data/memberships';
import { parseInput } from '@/lib/domain/parse-input';
import { canMakeToken } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { TOKEN_SCOPES } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { type CreatedToken, makeToken } from './make-token';
import { requireSession } from './require-session';

const tokenSchema = z.object({
  name: z.string().trim().min(1, 'Say what the token is for.').max(120, 'Use at most 120 characters.'),
  scope: z.enum(TOKEN_SCOPES),
});

/** Makes an API token that stands for oneself in one workspace. */
export async function createToken(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<CreatedToken, Failure>> {
  const access = await requireWorkspace(context, input.slug, canMakeToken);
  if (!access.ok) return access;
  const session = requireSession(context);
  if (!session.ok) return session;
  const body = parseInput(tokenSchema, input.body);
  if (!body.ok) return body;
  const member = { userId: context.actor.userId, workspaceId: access.value.workspace.id };
  return inTransaction<CreatedToken, Failure>(async (tx) => {
    // Under the lock: a member who is being removed must not leave a token that would work if they came back.
    await lockMembers(tx, member.workspaceId);
    if ((await findRole(tx, member.workspaceId, member.userId)) === null)
      return err({ code: 'forbidden', message: 'You are no longer a member of this workspace.' });
    return ok(await makeToken(tx, context, { ...body.value, ...member }));
  });
}

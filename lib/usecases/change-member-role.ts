import 'server-only';
import { z } from 'zod';
import { findRole } from '@/lib/data/memberships';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canManage } from '@/lib/domain/policy';
import { err, type Failure, type Result } from '@/lib/domain/result';
import { type Role, ROLES } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireStillOwner } from './require-still-owner';
import { setRole } from './set-role';

export const noSuchMember = err<Failure<'not_found'>>({
  code: 'not_found',
  message: 'There is no such member in this workspace.',
});

/** Gives a member another role. It holds from their next request on. */
export async function changeMemberRole(
  context: Context,
  input: { slug: string; userId: string; body: unknown },
): Promise<Result<Role, Failure>> {
  const access = await requireWorkspace(context, input.slug, canManage);
  if (!access.ok) return access;
  const userId = uuidSchema.safeParse(input.userId);
  if (!userId.success) return noSuchMember;
  const body = parseInput(z.object({ role: z.enum(ROLES) }), input.body);
  if (!body.ok) return body;
  const member = { workspaceId: access.value.workspace.id, userId: userId.data };
  return inTransaction<Role, Failure>(async (tx) => {
    const owner = await requireStillOwner(tx, member.workspaceId, context.actor);
    if (!owner.ok) return owner;
    if ((await findRole(tx, member.workspaceId, member.userId)) === null) return noSuchMember;
    return setRole(tx, context, { ...member, role: body.value.role });
  });
}

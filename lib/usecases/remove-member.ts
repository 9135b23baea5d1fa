import 'server-only';
import { markInviterRevoked } from '@/lib/data/invitations';
import { deleteMembership, findRole, hasOtherOwner } from '@/lib/data/memberships';
import { markMemberTokensRevoked } from '@/lib/data/tokens';
import { uuidSchema } from '@/lib/domain/ids';
import { canManage } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import { noSuchMember } from './change-member-role';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireStillOwner } from './require-still-owner';
import { lastOwnerRefusal } from './set-role';

/**
 * Ends a membership, the person's tokens for this workspace and the invitations they made. Their work stays, under
 * their name. Removing somebody who is not there (any more) is done already.
 */
export async function removeMember(
  context: Context,
  input: { slug: string; userId: string },
): Promise<Result<null, Failure>> {
  const access = await requireWorkspace(context, input.slug, canManage);
  if (!access.ok) return access;
  const id = uuidSchema.safeParse(input.userId);
  if (!id.success) return noSuchMember;
  const userId = id.data;
  const workspaceId = access.value.workspace.id;
  return inTransaction<null, Failure>(async (tx) => {
    const owner = await requireStillOwner(tx, workspaceId, context.actor);
    if (!owner.ok) return owner;
    const isOwner = (await findRole(tx, workspaceId, userId)) === 'owner';
    if (isOwner && !(await hasOtherOwner(tx, workspaceId, userId))) return lastOwnerRefusal;
    await deleteMembership(tx, workspaceId, userId);
    await markMemberTokensRevoked(tx, workspaceId, userId, context.now);
    await markInviterRevoked(tx, workspaceId, userId, context.now);
    return ok(null);
  });
}

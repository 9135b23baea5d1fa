import 'server-only';
import type { Database } from '@/lib/data/database';
import { markInviterRevoked } from '@/lib/data/invitations';
import { findRole, hasOtherOwner, lockMembers, upsertMembership } from '@/lib/data/memberships';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Role } from '@/lib/domain/vocabulary';
import type { Context } from './context';

export const lastOwnerRefusal = err<Failure<'last_owner'>>({
  code: 'last_owner',
  message: 'A workspace needs an owner. Make somebody else an owner first; nothing was changed.',
});

/** Gives a user a role in the workspace, as its only one. The last owner stays one. */
export async function setRole(
  db: Database,
  { now }: Pick<Context, 'now'>,
  { workspaceId, userId, role }: { workspaceId: string; userId: string; role: Role },
): Promise<Result<Role, Failure<'last_owner'>>> {
  await lockMembers(db, workspaceId);
  const before = await findRole(db, workspaceId, userId);
  if (before === 'owner' && role !== 'owner') {
    if (!(await hasOtherOwner(db, workspaceId, userId))) return lastOwnerRefusal;
    await markInviterRevoked(db, workspaceId, userId, now);
  }
  await upsertMembership(db, { workspaceId, userId, role, createdAt: now });
  return ok(role);
}

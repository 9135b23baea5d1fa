import 'server-only';
import type { Database } from '@/lib/data/database';
import { findRole, lockMembers } from '@/lib/data/memberships';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Actor } from './context';

/**
 * Takes the lock on the workspace's members and asks again, under it: an owner who was removed between the first
 * check and the write must not have the last word. The first check has told strangers apart (404) already.
 */
export async function requireStillOwner(
  db: Database,
  workspaceId: string,
  actor: Actor,
): Promise<Result<null, Failure<'forbidden'>>> {
  await lockMembers(db, workspaceId);
  if ((await findRole(db, workspaceId, actor.userId)) === 'owner') return ok(null);
  return err({ code: 'forbidden', message: 'You are no longer an owner of this workspace.' });
}

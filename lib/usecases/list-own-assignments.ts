import 'server-only';
import { listOwnAssignments as listRows } from '@/lib/data/assignments';
import { databaseFor } from '@/lib/data/blind-reading';
import type { OwnAssignment } from '@/lib/domain/campaign';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** More than anybody does at a time. */
const MOST = 500;

/** The articles that are asked of the actor in the open campaigns of a workspace; what waits comes first. */
export async function listOwnAssignments(
  context: Context,
  input: { slug: string },
): Promise<Result<{ items: OwnAssignment[] }, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const of = { userId: context.actor.userId, now: context.now, limit: MOST };
  const items = await listRows(databaseFor(access.value), { ...of, workspaceId: access.value.workspace.id });
  return ok({ items });
}

import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { databaseFor } from '@/lib/data/blind-reading';
import { countUnread, markNotificationsRead as markRows } from '@/lib/data/notifications';
import { readNotificationsSchema } from '@/lib/domain/notification';
import { parseInput } from '@/lib/domain/parse-input';
import { canMarkRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** Marks the actor's own notifications as read: those named, or all of the workspace. Answers how many are left. */
export async function markNotificationsRead(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<{ unread: number }, Failure>> {
  const access = await requireWorkspace(context, input.slug, canMarkRead);
  if (!access.ok) return access;
  const body = parseInput(readNotificationsSchema, input.body);
  if (!body.ok) return body;
  const workspaceId = access.value.workspace.id;
  const { userId } = context.actor;
  const whose = { workspaceId, userId, now: context.now };
  const db = databaseFor(access.value);
  const changed = await markRows(db, whose, 'all' in body.value ? 'all' : body.value);
  if (changed > 0) announceNotices([userId]);
  return ok({ unread: await countUnread(db, workspaceId, userId) });
}

import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { countUnread, listNotificationRows } from '@/lib/data/notifications';
import { uuidSchema } from '@/lib/domain/ids';
import { type Notification, notificationQuerySchema } from '@/lib/domain/notification';
import { instantSchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { remindOfDue } from './remind-of-due';

/** What the actor was told of in a workspace, the newest first, and how much of it they have not read. */
export async function listNotifications(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<Notification> & { unread: number }, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(notificationQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, unread: unreadOnly } = query.value;
  const before = keysFromCursor(cursor, z.tuple([instantSchema, uuidSchema]));
  if (!before.ok) return before;
  await remindOfDue(context, access.value.workspace);
  const workspaceId = access.value.workspace.id;
  const { userId } = context.actor;
  const listing = { workspaceId, userId, isUnreadOnly: unreadOnly === 'true', limit, before: before.value };
  const [rows, unread] = await Promise.all([
    listNotificationRows(databaseFor(access.value), listing),
    countUnread(databaseFor(access.value), workspaceId, userId),
  ]);
  return ok({ ...pageFrom(rows, limit, ({ createdAt, id }) => [createdAt, id]), unread });
}

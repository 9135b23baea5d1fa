import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { database } from '@/lib/data/database';
import { insertDueReminders } from '@/lib/data/due-reminders';
import { dayIn } from '@/lib/domain/prediction';
import type { Context } from './context';

/** Looked so seldom, a reminder is late by this at most; in milliseconds. */
const EVERY = 10 * 60_000;

/** When this process looked last, by workspace. It saves work alone: the reminders themselves are made once. */
const lookedAt = new Map<string, number>();

/**
 * Makes the reminders of predictions that fall due or have become overdue. There is no clock that would: it is done
 * when somebody opens a page of the workspace or asks for their notifications, which is when a reminder can be seen.
 */
export async function remindOfDue(
  { now }: Pick<Context, 'now'>,
  { id, timeZone }: { id: string; timeZone: string },
): Promise<void> {
  const before = lookedAt.get(id);
  if (before !== undefined && Math.abs(now.getTime() - before) < EVERY) return;
  lookedAt.set(id, now.getTime());
  const today = dayIn(timeZone, now);
  announceNotices(await insertDueReminders(database(), { workspaceId: id, today, timeZone, now }));
}

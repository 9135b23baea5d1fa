import 'server-only';
import { database } from '@/lib/data/database';
import { listUserSessions } from '@/lib/data/sessions';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { requireSession } from './require-session';

export interface ListedSession {
  userAgent: string | null;
  createdAt: string;
  expiresAt: string;
  isCurrent: boolean;
}

/** The browsers in which one is signed in, the latest first. */
export async function listSessions(
  context: Context,
  input: { currentSession: string | null },
): Promise<Result<ListedSession[], Failure>> {
  const session = requireSession(context);
  if (!session.ok) return session;
  const sessions = await listUserSessions(database(), context.actor.userId, context.now);
  return ok(sessions.map(({ id, ...view }) => ({ ...view, isCurrent: id === input.currentSession })));
}

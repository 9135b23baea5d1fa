import 'server-only';
import { newSecretToken, tokenHash } from '@/lib/auth/secret-token';
import { SESSION_SECONDS } from '@/lib/auth/session-cookie';
import { database } from '@/lib/data/database';
import { deleteEndedSessions, insertSession } from '@/lib/data/sessions';
import type { VisitorContext } from './visitor-context';

const USER_AGENT_LENGTH = 300;

/** Opens a session for somebody who has proved who they are; returns what their cookie holds. */
export async function startSession(
  { now }: VisitorContext,
  { userId, userAgent }: { userId: string; userAgent: string | null },
): Promise<string> {
  const sessionToken = newSecretToken();
  await deleteEndedSessions(database(), userId, now);
  await insertSession(database(), {
    id: tokenHash(sessionToken),
    userId,
    userAgent: userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  });
  return sessionToken;
}

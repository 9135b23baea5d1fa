import 'server-only';
import type { Database } from './database';

export interface SessionUser {
  id: string;
  email: string;
  name: string;
}

/** A signed-in browser, as its owner sees it. */
export interface SessionView {
  id: string;
  userAgent: string | null;
  createdAt: string;
  expiresAt: string;
}

export async function insertSession(
  db: Database,
  session: { id: string; userId: string; userAgent: string | null; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.session.create({ data: session });
}

/** The user of a session that has not ended. */
export async function findSessionUser(db: Database, id: string, now: Date): Promise<SessionUser | null> {
  const [user] = await db.$queryRaw<SessionUser[]>`
    SELECT u.id, u.email, u.name FROM session s JOIN app_user u ON u.id = s.user_id
    WHERE s.id = ${id} AND s.expires_at > ${now}`;
  return user ?? null;
}

export async function listUserSessions(db: Database, userId: string, now: Date): Promise<SessionView[]> {
  const rows = await db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ id, userAgent, createdAt, expiresAt }) => ({
    id,
    userAgent,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

export async function deleteSession(db: Database, id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } });
}

/** Ends the user's sessions everywhere, but for the one to keep. Returns how many ended. */
export async function deleteUserSessions(
  db: Database,
  userId: string,
  keep: string | null = null,
): Promise<number> {
  const { count } = await db.session.deleteMany({
    where: { userId, ...(keep !== null && { id: { not: keep } }) },
  });
  return count;
}

/** Forgets the sessions that have run out. */
export async function deleteEndedSessions(db: Database, userId: string, now: Date): Promise<void> {
  await db.session.deleteMany({ where: { userId, expiresAt: { lte: now } } });
}

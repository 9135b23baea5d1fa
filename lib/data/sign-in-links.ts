import 'server-only';
import type { Database } from './database';

export async function insertSignInLink(
  db: Database,
  link: { id: string; userId: string; tokenHash: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.signInLink.create({ data: link });
}

/** Spends a link and tells whose it was; null when it is unknown, spent or too old. One statement: two cannot both win. */
export async function markLinkConsumed(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<{ userId: string } | null> {
  const [link] = await db.signInLink.updateManyAndReturn({
    where: { tokenHash, consumedAt: null, expiresAt: { gt: now } },
    data: { consumedAt: now },
    select: { userId: true },
  });
  return link ?? null;
}

/** Takes back the links that nobody has used. */
export async function deleteUnusedLinks(db: Database, userId: string): Promise<void> {
  await db.signInLink.deleteMany({ where: { userId, consumedAt: null } });
}

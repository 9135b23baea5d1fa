import 'server-only';
import type { Database } from './database';

/** The day on which an article was published; null where that is not known. */
export async function findPublishedAt(db: Database, articleId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ day: string | null }[]>`
    SELECT published_at::text AS day FROM article WHERE id = ${articleId}::uuid`;
  return row?.day ?? null;
}

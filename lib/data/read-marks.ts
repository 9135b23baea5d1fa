import 'server-only';
import type { Database } from './database';

/** By annotation, how far somebody has read its comments: the number of the newest that they have seen. */
export type ReadMarks = Record<string, number>;

/** Somebody's marks on the annotations of an article. */
export async function listReadMarks(db: Database, userId: string, articleId: string): Promise<ReadMarks> {
  const rows = await db.$queryRawUnsafe<{ id: string; seq: number }[]>(
    `SELECT r.annotation_id AS id, r.seq FROM read_mark r JOIN annotation a ON a.id = r.annotation_id
     WHERE a.article_id = $2::uuid AND r.user_id = $1::uuid`,
    userId,
    articleId,
  );
  return Object.fromEntries(rows.map(({ id, seq }) => [id, seq]));
}

/** Moves a mark on, never back. */
export async function markCommentsRead(
  db: Database,
  mark: { userId: string; annotationId: string; seq: number },
): Promise<void> {
  await db.$executeRawUnsafe(
    `INSERT INTO read_mark (user_id, annotation_id, seq) VALUES ($1::uuid, $2::uuid, $3)
     ON CONFLICT (user_id, annotation_id) DO UPDATE SET seq = excluded.seq WHERE read_mark.seq < excluded.seq`,
    mark.userId,
    mark.annotationId,
    mark.seq,
  );
}

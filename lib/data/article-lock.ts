import 'server-only';
import type { Database } from './database';

/**
 * Locks the article's row until the transaction ends and returns the number for its next event. Two writers of one
 * article wait for each other here, so that events are numbered without gaps in the order of their commits.
 */
export async function nextSeq(tx: Database, articleId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: number }[]>`
    UPDATE article SET seq = seq + 1 WHERE id = ${articleId}::uuid RETURNING seq`;
  if (!row) throw new Error(`article ${articleId} is gone`);
  return row.seq;
}

/** Locks the article's row without numbering an event: for checks that must hold until the write. */
export async function lockArticle(tx: Database, articleId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM article WHERE id = ${articleId}::uuid FOR UPDATE`;
}

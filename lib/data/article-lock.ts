import 'server-only';
import type { Database } from './database';

/**
 * Locks the article's row until the transaction ends and returns the number for its next event. Two writers of one
 * article wait for each other here, so that events are numbered without gaps in the order of their commits.
 */
export async function nextSeq(tx: Database, articleId: string): Promise<number> {
  return firstOfNextSeqs(tx, articleId, 1);
}

/** As {@link nextSeq}, for so many events at once: the answer is the number of the first, the others follow it. */
export async function firstOfNextSeqs(tx: Database, articleId: string, count: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: number }[]>`
    UPDATE article SET seq = seq + ${count}::int WHERE id = ${articleId}::uuid RETURNING seq`;
  if (!row) throw new Error(`article ${articleId} is gone`);
  return row.seq - count + 1;
}

/** Locks the article's row without numbering an event: for checks that must hold until the write. */
export async function lockArticle(tx: Database, articleId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM article WHERE id = ${articleId}::uuid FOR UPDATE`;
}

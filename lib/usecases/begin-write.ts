import 'server-only';
import { nextSeq } from '@/lib/data/article-lock';
import type { Prisma } from '@/lib/data/database';
import { enterOwnPass, nextSeqOfPass } from '@/lib/data/passes';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/** The layer that a write belongs to: the shared one, or a pass. */
export interface WrittenLayer {
  articleId: string;
  /** Null for the shared layer. `isOwn` is false for another's pass that was revealed: it can be read. */
  pass: { id: string; isOwn: boolean } | null;
}

/**
 * Begins a write in a layer: locks it, numbers the event, and lets the transaction see it. The number is the next one of
 * the layer. A pass takes writes from its annotator alone, and only as long as it is open.
 */
export async function beginWrite(
  tx: Prisma.TransactionClient,
  { articleId, pass }: WrittenLayer,
): Promise<Result<number, Failure<'pass_submitted'>>> {
  if (!pass) return ok(await nextSeq(tx, articleId));
  const seq = pass.isOwn ? await nextSeqOfPass(tx, pass.id) : null;
  if (seq === null) return passSubmitted;
  await enterOwnPass(tx, pass.id);
  return ok(seq);
}

export const passSubmitted = err<Failure<'pass_submitted'>>({
  code: 'pass_submitted',
  message:
    'This pass was submitted, so nothing in it can be changed any more. Nothing was lost: it stays as it was.',
});

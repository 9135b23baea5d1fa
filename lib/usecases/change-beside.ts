import 'server-only';
import { announce, announceNotices } from '@/lib/data/announce';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { nextSeq } from '@/lib/data/article-lock';
import type { Prisma } from '@/lib/data/database';
import { insertEvents } from '@/lib/data/events';
import type { Annotation } from '@/lib/domain/annotation';
import { err, type Failure, type Result } from '@/lib/domain/result';
import type { SideEventType } from '@/lib/domain/vocabulary';
import type { AnnotationAccess } from './access';
import type { Context } from './context';
import { inTransaction, withoutWriting } from './in-transaction';

/**
 * What a write beside an annotation came to, and whose browsers are told to look at their notifications. `unchanged`:
 * nothing was left to do, and nothing is written.
 */
export type Beside = { outcome: 'written'; told: readonly string[] } | { outcome: 'unchanged' };

/**
 * The way of everything that is said or done beside an annotation: lock the article and number the event, write, append
 * the event, and announce it after the commit. The annotation's version stays: it is in nobody's way who edits it.
 */
export async function changeBeside(
  context: Context,
  access: AnnotationAccess,
  request: { type: SideEventType; hash: string; allowsDeleted?: boolean },
  write: (
    tx: Prisma.TransactionClient,
    change: { before: Annotation; seq: number },
  ) => Promise<Result<Beside, Failure>>,
): Promise<Result<Beside, Failure>> {
  const { articleId, annotationId } = access;
  const outcome = await inTransaction<Beside, Failure>(async (tx) => {
    const seq = await nextSeq(tx, articleId);
    const before = await requireStoredAnnotation(tx, annotationId);
    const written = await write(tx, { before, seq });
    if (!written.ok) return written;
    if (written.value.outcome === 'unchanged') withoutWriting(written.value);
    if (before.deletedAt && !request.allowsDeleted) return deleted(before);
    const after = await requireStoredAnnotation(tx, annotationId);
    await insertEvents(tx, [
      {
        articleId,
        seq,
        annotationId,
        type: request.type,
        requestHash: request.hash,
        before,
        after,
        actorId: context.actor.userId,
        now: context.now,
      },
    ]);
    return written;
  });
  if (outcome.ok && outcome.value.outcome === 'written') {
    announce(articleId);
    announceNotices(outcome.value.told);
  }
  return outcome;
}

const deleted = (current: Annotation) =>
  err({
    code: 'deleted',
    message: 'This annotation was deleted. Restore it first; what you wrote was not saved.',
    current,
  });

import 'server-only';
import { announce, announceNotices } from '@/lib/data/announce';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { nextSeq } from '@/lib/data/article-lock';
import { refreshDiscussion } from '@/lib/data/comments';
import type { Prisma } from '@/lib/data/database';
import { insertEvents } from '@/lib/data/events';
import type { Annotation } from '@/lib/domain/annotation';
import { err, type Failure, type Result } from '@/lib/domain/result';
import type { DiscussionEventType } from '@/lib/domain/vocabulary';
import type { AnnotationAccess } from './access';
import type { Context } from './context';
import { inTransaction, withoutWriting } from './in-transaction';

/** What a write of a discussion came to. `unchanged`: nothing was left to do, and nothing is written. */
export type Said = { outcome: 'written'; told: readonly string[] } | { outcome: 'unchanged' };

/**
 * The way of everything that is said about an annotation: lock the article and number the event, write, count anew
 * what the annotation shows of its comments, append the event, and announce it after the commit. The annotation's
 * version stays: what is said about it is in nobody's way who edits it. The event holds no words of a comment, so that
 * those of a deleted one are nowhere in the history.
 */
export async function changeDiscussion(
  context: Context,
  access: AnnotationAccess,
  request: { type: DiscussionEventType; hash: string; allowsDeleted?: boolean },
  write: (tx: Prisma.TransactionClient, seq: number) => Promise<Result<Said, Failure>>,
): Promise<Result<Said, Failure>> {
  const { articleId, annotationId } = access;
  const outcome = await inTransaction<Said, Failure>(async (tx) => {
    const seq = await nextSeq(tx, articleId);
    const before = await requireStoredAnnotation(tx, annotationId);
    const said = await write(tx, seq);
    if (!said.ok) return said;
    if (said.value.outcome === 'unchanged') withoutWriting(said.value);
    if (before.deletedAt && !request.allowsDeleted) return deleted(before);
    await refreshDiscussion(tx, annotationId, seq);
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
    return said;
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

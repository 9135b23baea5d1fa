import 'server-only';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { listCitedArticles } from '@/lib/data/cited-articles';
import type { Database } from '@/lib/data/database';
import { listReplies } from '@/lib/data/replies';
import { findDecisionInForce, findVerification } from '@/lib/data/verifications';
import { isPublishable, type PublishableDecision } from '@/lib/domain/fact-check-content';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/**
 * The decision on an annotation that can be published: the one that its status rests on. With `expectedId` it must be
 * that one, so that nobody publishes what they have not seen.
 */
export async function requirePublishable(
  db: Database,
  annotationId: string,
  expectedId: string | null,
): Promise<Result<PublishableDecision, Failure>> {
  const annotation = await requireStoredAnnotation(db, annotationId);
  const inForce = await findDecisionInForce(db, annotationId);
  const isOfStatus = inForce?.status === annotation.status && isPublishable(annotation.status);
  if (!inForce || !isOfStatus || annotation.recheck || annotation.deletedAt) return notDecided;
  const verification = (await findVerification(db, inForce.id))!;
  if (expectedId !== null && expectedId !== verification.id)
    return err({
      code: 'stale_version',
      message: 'The decision has changed since you looked. Nothing was published: look at the new one first.',
      current: verification,
    });
  const articleIds = verification.evidence.flatMap(({ articleId }) => articleId ?? []);
  const articles = await listCitedArticles(db, [annotation.articleId, ...articleIds]);
  return ok({
    annotation,
    verification,
    article: articles.get(annotation.articleId)!,
    evidenceArticles: articles,
    replies: await listReplies(db, annotationId),
  });
}

const notDecided = err({
  code: 'not_decided',
  message: 'Only a decision can be published. Record a verdict with its reason and evidence first.',
});

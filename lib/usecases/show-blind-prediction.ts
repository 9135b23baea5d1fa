import 'server-only';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { databaseFor } from '@/lib/data/blind-reading';
import { listNamesToMask } from '@/lib/data/masked-sources';
import { findPublishedAt } from '@/lib/data/published-at';
import { findRevisionText } from '@/lib/data/revision-text';
import { wordsOf } from '@/lib/domain/annotation-words';
import { contextAround } from '@/lib/domain/blind-context';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { maskedNames } from '@/lib/domain/masked-names';
import { canVerify } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import type { BlindPrediction } from '@/lib/domain/resolution';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';
import { resolutionView } from './show-resolution';

/** A prediction for whoever resolves it without knowing whose it is. */
export async function showBlindPrediction(
  context: Context,
  input: { id: string },
): Promise<Result<BlindPrediction, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  const { annotationId, workspace } = access.value;
  const db = databaseFor(access.value);
  const annotation = await requireStoredAnnotation(db, annotationId);
  if (annotation.kind !== 'prediction' || annotation.deletedAt)
    return err({
      code: 'not_found',
      message: 'There is no such prediction, or you have no access to it.',
    });
  const names = await listNamesToMask(db, annotationId);
  const masked = (text: string): string => maskedNames(text, names);
  const maskedOrNull = (text: string | null): string | null => text && masked(text);
  const revision = await findRevisionText(db, annotation.revisionId);
  const [first, last] = [annotation.spans[0], annotation.spans.at(-1)];
  const around =
    revision && first && last
      ? contextAround(revision.index, { start: first.start, end: last.end })
      : { before: '', after: '' };
  const details = annotation.prediction ?? EMPTY_DETAILS.prediction;
  return ok({
    id: annotationId,
    workspaceSlug: workspace.slug,
    articleId: annotation.articleId,
    revisionId: annotation.revisionId,
    version: annotation.version,
    status: annotation.status,
    words: masked(wordsOf(annotation)),
    before: masked(around.before),
    after: masked(around.after),
    saidOn: await findPublishedAt(db, annotation.articleId),
    horizonText: maskedOrNull(details.horizonText),
    deadline: details.deadline,
    likelihoodWords: maskedOrNull(details.likelihoodWords),
    condition: maskedOrNull(details.condition),
    conditionState: annotation.tracking?.condition ?? null,
    polarity: details.polarity,
    threshold: details.threshold && { ...details.threshold, quantity: masked(details.threshold.quantity) },
    criteria: maskedOrNull(details.criteria),
    resolution: await resolutionView(db, context, access.value),
    today: dayIn(workspace.timeZone, context.now),
  });
}

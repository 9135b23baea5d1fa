import 'server-only';
import { requireArticleHead } from '@/lib/data/adjudications';
import { selectAnnotations } from '@/lib/data/annotation-rows';
import { snapshotFor } from '@/lib/data/blind-reading';
import type { PassOutcome } from '@/lib/domain/adjudication/adjudication-schema';
import { progressOf } from '@/lib/domain/adjudication/adjudication-unit';
import { canRead } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import { readUnits } from './adjudication-units';
import type { Context } from './context';

/** What became of one's own marks on an article, once one's pass was revealed: mark by mark, in the order of the text. */
export async function showPassOutcome(
  context: Context,
  input: { articleId: string },
): Promise<Result<PassOutcome, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const { articleId } = access.value;
  const { userId } = context.actor;
  return snapshotFor(access.value, async (tx) => {
    const revisions = await readUnits(tx, { articleIds: [articleId], userId });
    const revision = revisions.find(({ passes }) => passes.some(({ annotator }) => annotator.id === userId));
    if (!revision) return notRevealed;
    const own = revision.units.flatMap((unit) => {
      const member = unit.members.find(({ annotatorId }) => annotatorId === userId);
      return member ? [{ unit, annotation: member.annotation }] : [];
    });
    const resultIds = own.flatMap(
      ({ unit }) => unit.decision?.results.map(({ annotationId }) => annotationId) ?? [],
    );
    const results = await selectAnnotations(
      tx,
      `WHERE a.id = ANY($1::uuid[]) AND a.layer = 'shared' AND a.deleted_at IS NULL`,
      [resultIds],
    );
    const { title } = await requireArticleHead(tx, articleId);
    return ok({
      articleId,
      title,
      revisionId: revision.revisionId,
      progress: progressOf(own.map(({ unit }) => unit)),
      marks: own.map(({ unit: { state, decision }, annotation }) => ({
        annotation,
        isTaken:
          decision?.origins.some(({ annotationId, isTaken }) => annotationId === annotation.id && isTaken) ??
          false,
        state,
        decision,
        replacedBy: results.filter(({ id }) =>
          decision?.results.some(({ annotationId }) => annotationId === id),
        ),
      })),
    });
  });
}

const notRevealed = err({
  code: 'no_pass',
  message:
    'You have no revealed pass on this article. What became of your marks stands here once an editor has revealed it.',
});

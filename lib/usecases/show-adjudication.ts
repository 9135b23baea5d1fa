import 'server-only';
import { listTextsOfRevisions, requireArticleHead } from '@/lib/data/adjudications';
import { snapshotFor } from '@/lib/data/blind-reading';
import {
  type ArticleAdjudication,
  showAdjudicationQuerySchema,
} from '@/lib/domain/adjudication/adjudication-schema';
import { letterOf, progressOf } from '@/lib/domain/adjudication/adjudication-unit';
import { parseInput } from '@/lib/domain/parse-input';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAdjudication } from './adjudication-access';
import { readUnits } from './adjudication-units';
import type { Context } from './context';

/** What there is to decide on an article: the marks of its revealed passes, put together, with what was decided. */
export async function showAdjudication(
  context: Context,
  input: { articleId: string; query?: unknown },
): Promise<Result<ArticleAdjudication, Failure>> {
  const access = await requireAdjudication(context, input.articleId);
  if (!access.ok) return access;
  const query = parseInput(showAdjudicationQuerySchema, input.query ?? {});
  if (!query.ok) return query;
  const { articleId } = access.value;
  return snapshotFor(access.value, async (tx) => {
    const revisions = await readUnits(tx, { articleIds: [articleId], userId: context.actor.userId });
    const ids = query.value.text === 'true' ? revisions.map(({ revisionId }) => revisionId) : [];
    const texts = await listTextsOfRevisions(tx, ids);
    return ok({
      articleId,
      ...(await requireArticleHead(tx, articleId)),
      progress: progressOf(revisions.flatMap(({ units }) => units)),
      revisions: revisions.map(({ revisionId, number, passes, units }) => ({
        id: revisionId,
        number,
        ...texts.get(revisionId),
        annotators: passes.map(({ annotator, annotations }, i) => ({
          ...annotator,
          letter: letterOf(i),
          annotations: annotations.length,
        })),
        units: units.map((unit) => ({ ...unit, revisionId })),
      })),
    });
  });
}

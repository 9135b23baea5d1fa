import 'server-only';
import { findDecision, requireStoredDecision, withdrawDecision } from '@/lib/data/adjudications';
import { announce } from '@/lib/data/announce';
import { lockArticle } from '@/lib/data/article-lock';
import { database } from '@/lib/data/database';
import {
  type AdjudicationDecision,
  undoAdjudicationSchema,
} from '@/lib/domain/adjudication/adjudication-schema';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAdjudication } from './adjudication-access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { retire, revive } from './settle-marks';

/**
 * Takes a decision back, with what it made; the decision that it superseded, if any, is in force again. Doing it again
 * changes nothing. One that was superseded is taken back by taking back the later one first.
 */
export async function undoAdjudication(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<AdjudicationDecision, Failure>> {
  const id = uuidSchema.safeParse(input.id);
  const known = id.success ? await findDecision(database(), id.data) : null;
  if (!known) return notFound;
  const access = await requireAdjudication(context, known.articleId);
  if (!access.ok) return access.error.code === 'not_found' ? notFound : access;
  const body = parseInput(undoAdjudicationSchema, input.body ?? {});
  if (!body.ok) return body;
  const { articleId } = access.value;
  const undone = await inTransaction<AdjudicationDecision, Failure>(async (tx) => {
    await lockArticle(tx, articleId);
    const before = await requireStoredDecision(tx, known.id);
    if (before.withdrawn) return ok(before);
    if (!before.isInForce) return superseded;
    await withdrawDecision(tx, { id: before.id, actorId: context.actor.userId, now: context.now });
    const retired = await retire(tx, context, articleId, {
      ids: before.results.map(({ annotationId }) => annotationId),
      decisionId: null,
    });
    if (!retired.ok) return retired;
    if (before.supersedesId) await revive(tx, context, articleId, before.supersedesId);
    return ok(await requireStoredDecision(tx, before.id));
  });
  if (undone.ok) announce(articleId);
  return undone;
}

const notFound = err({
  code: 'not_found',
  message: 'There is no such decision, or you have no access to it.',
});
const superseded = err({
  code: 'superseded',
  message: 'Another decision has taken the place of this one. Nothing was changed: take that one back first.',
});

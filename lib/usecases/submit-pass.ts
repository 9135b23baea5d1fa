import 'server-only';
import { database } from '@/lib/data/database';
import {
  findOwnPass,
  lockOrInsertPass,
  shareSourcesNobodyIsBlindTo,
  submitOpenPass,
} from '@/lib/data/passes';
import { parseInput } from '@/lib/domain/parse-input';
import { emptyBodySchema, type Pass } from '@/lib/domain/pass';
import { canSubmitPass } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';

/**
 * Submits one's own pass: all of the article is annotated by it, so that what is not marked is meant to be bare, and
 * nothing in it can be changed any more. Submitting again changes nothing.
 */
export async function submitPass(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<Pass, Failure>> {
  const access = await requireArticle(context, input.articleId, canSubmitPass);
  if (!access.ok) return access;
  const body = parseInput(emptyBodySchema, input.body ?? {});
  if (!body.ok) return body;
  const { articleId } = access.value;
  const annotatorId = context.actor.userId;
  const submitted = await inTransaction<null, Failure>(async (tx) => {
    if (!(await findOwnPass(tx, articleId, annotatorId))) return notOpened;
    const pass = await lockOrInsertPass(tx, {
      id: context.newId(),
      articleId,
      annotatorId,
      now: context.now,
    });
    if (pass.state !== 'open') return ok(null);
    await submitOpenPass(tx, pass.id, context.now);
    await shareSourcesNobodyIsBlindTo(tx, articleId);
    return ok(null);
  });
  return submitted.ok ? ok((await findOwnPass(database(), articleId, annotatorId))!) : submitted;
}

const notOpened = err({
  code: 'no_pass',
  message:
    'You have no blind pass on this article. Open one first; it may stay empty where there is nothing to mark.',
});

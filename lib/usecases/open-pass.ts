import 'server-only';
import { database, transaction } from '@/lib/data/database';
import { findOwnPass, lockOrInsertPass } from '@/lib/data/passes';
import { parseInput } from '@/lib/domain/parse-input';
import { emptyBodySchema, type Pass } from '@/lib/domain/pass';
import { canSubmitPass } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';

/** Opens one's own blind pass on an article, on its current revision. One that there is already is answered as it is. */
export async function openPass(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<Pass, Failure>> {
  const access = await requireArticle(context, input.articleId, canSubmitPass);
  if (!access.ok) return access;
  const body = parseInput(emptyBodySchema, input.body ?? {});
  if (!body.ok) return body;
  const { articleId } = access.value;
  const annotatorId = context.actor.userId;
  const known = await findOwnPass(database(), articleId, annotatorId);
  if (known) return ok(known);
  await transaction((tx) =>
    lockOrInsertPass(tx, { id: context.newId(), articleId, annotatorId, now: context.now }),
  );
  return ok((await findOwnPass(database(), articleId, annotatorId))!);
}

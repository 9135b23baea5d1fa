import 'server-only';
import { database } from '@/lib/data/database';
import {
  findOwnPass,
  listRevealedPasses,
  revealSubmittedPasses,
  shareSourcesNobodyIsBlindTo,
} from '@/lib/data/passes';
import { parseInput } from '@/lib/domain/parse-input';
import { emptyBodySchema, type Pass } from '@/lib/domain/pass';
import { canReveal } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';

/**
 * Reveals the passes that were submitted on an article; those still open stay blind, and until the last of them is
 * submitted the sources first named in a pass stay out of the registry. Cannot be taken back. Answers all
 * revealed passes of the article; doing it again changes nothing.
 */
export async function revealPasses(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<{ revealed: Pass[] }, Failure>> {
  const access = await requireArticle(context, input.articleId, (standing) =>
    canReveal(standing, { hasOwnOpenPass: false }),
  );
  if (!access.ok) return access;
  const { articleId, standing } = access.value;
  const actorId = context.actor.userId;
  const body = parseInput(emptyBodySchema, input.body ?? {});
  if (!body.ok) return body;
  const revealed = await inTransaction<null, Failure>(async (tx) => {
    const own = await findOwnPass(tx, articleId, actorId);
    if (!canReveal(standing, { hasOwnOpenPass: own?.state === 'open' })) return annotatesBlind;
    await revealSubmittedPasses(tx, { articleId, actorId, now: context.now });
    await shareSourcesNobodyIsBlindTo(tx, articleId);
    return ok(null);
  });
  if (!revealed.ok) return revealed;
  return ok({ revealed: await listRevealedPasses(database(), articleId, actorId) });
}

const annotatesBlind = err({
  code: 'forbidden',
  message:
    'You are annotating this article blind yourself. Submit your pass first, or ask another editor to reveal.',
});

import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { findOwnPass, listAwaitedPasses, listRevealedPasses } from '@/lib/data/passes';
import type { ArticlePasses } from '@/lib/domain/pass';
import { canRead, canReveal } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';

/** The passes on an article, as far as the actor may know of them. */
export async function listPasses(
  context: Context,
  input: { articleId: string },
): Promise<Result<ArticlePasses, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const { articleId, standing } = access.value;
  const db = databaseFor(access.value);
  const own = await findOwnPass(db, articleId, context.actor.userId);
  const mayReveal = canReveal(standing, { hasOwnOpenPass: own?.state === 'open' });
  return ok({
    own,
    revealed: await listRevealedPasses(db, articleId, context.actor.userId),
    awaited: mayReveal ? await listAwaitedPasses(db, articleId) : null,
  });
}

import 'server-only';
import { database } from '@/lib/data/database';
import { findOwnPass } from '@/lib/data/passes';
import { canAdjudicate, type Standing } from '@/lib/domain/policy';
import { err, type Failure, type Result } from '@/lib/domain/result';
import { type ArticleAccess, requireArticle } from './access';
import type { Context } from './context';

/** As far as the standing alone tells. */
export const mayAdjudicate = (standing: Standing): boolean =>
  canAdjudicate(standing, { hasOwnOpenPass: false });

/** An article on which the actor may adjudicate: not while annotating it blind. */
export async function requireAdjudication(
  context: Context,
  articleId: string,
): Promise<Result<ArticleAccess, Failure>> {
  const access = await requireArticle(context, articleId, mayAdjudicate);
  if (!access.ok) return access;
  const own = await findOwnPass(database(), access.value.articleId, context.actor.userId);
  return canAdjudicate(access.value.standing, { hasOwnOpenPass: own?.state === 'open' })
    ? access
    : annotatesBlind;
}

const annotatesBlind = err({
  code: 'forbidden',
  message:
    'You are annotating this article blind yourself. Submit your pass first, or ask another editor to decide.',
});

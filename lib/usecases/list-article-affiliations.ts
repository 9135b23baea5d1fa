import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { findArticle } from '@/lib/data/articles';
import { listAffiliations, listSourceIdsOf } from '@/lib/data/shown-sources';
import type { Affiliation } from '@/lib/domain/affiliation';
import { affiliationsAsOf, byAffiliationTime } from '@/lib/domain/affiliations-as-of';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';

/** What one of an article's sources was when the article appeared. */
export interface AffiliationsOfSource {
  sourceId: string;
  affiliations: Affiliation[];
}

/** Of each source that an article's annotations name what it was on the article's date; without a date what it is now. */
export async function listArticleAffiliations(
  context: Context,
  input: { articleId: string },
): Promise<Result<{ asOf: string | null; items: AffiliationsOfSource[]; nextCursor: null }, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const db = databaseFor(access.value);
  const { articleId } = access.value;
  const article = await findArticle(db, articleId);
  const asOf = article?.publishedAt ?? null;
  const held = await listAffiliations(db, await listSourceIdsOf(db, articleId));
  const items = [...held].flatMap(([sourceId, all]) => {
    const affiliations = affiliationsAsOf(all, asOf).sort(byAffiliationTime);
    return affiliations.length > 0 ? [{ sourceId, affiliations }] : [];
  });
  return ok({ asOf, items, nextCursor: null });
}

import 'server-only';
import { findArticle } from '@/lib/data/articles';
import { databaseFor } from '@/lib/data/blind-reading';
import type { Article } from '@/lib/domain/article';
import { type Abilities, abilitiesOf, canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { type WorkspaceAccess, requireArticle } from './access';
import { inSightOf } from './article-in-sight';
import type { Context } from './context';

export interface ShownArticle {
  article: Article;
  workspace: WorkspaceAccess['workspace'];
  abilities: Abilities;
}

/** An article with its current revision's text. */
export async function showArticle(
  context: Context,
  input: { id: string },
): Promise<Result<ShownArticle, Failure>> {
  const access = await requireArticle(context, input.id, canRead);
  if (!access.ok) return access;
  const { workspace, standing, articleId } = access.value;
  const article = await findArticle(databaseFor(access.value), articleId);
  if (!article) throw new Error(`article ${articleId} has no revision`);
  return ok({ article: inSightOf(access.value, article), workspace, abilities: abilitiesOf(standing) });
}

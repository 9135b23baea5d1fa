import 'server-only';
import { z } from 'zod';
import { listArticles as selectArticles } from '@/lib/data/articles';
import { databaseFor } from '@/lib/data/blind-reading';
import { uuidSchema } from '@/lib/domain/ids';
import type { ListedArticle } from '@/lib/domain/article';
import { instantSchema, keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import { inSightOf } from './article-in-sight';
import type { Context } from './context';

export const articleQuerySchema = pageQuerySchema.extend({ query: z.string().max(200).optional() });

const cursorSchema = z.tuple([instantSchema, uuidSchema]);

/** Articles of a workspace, the newest import first, without their texts. */
export async function listArticles(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<ListedArticle>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(articleQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, query: words } = query.value;
  const after = keysFromCursor(cursor, cursorSchema);
  if (!after.ok) return after;
  const found = await selectArticles(databaseFor(access.value), {
    workspaceId: access.value.workspace.id,
    query: words,
    limit,
    after: after.value && { createdAt: after.value[0], id: after.value[1] },
  });
  const rows = found.map((article) => inSightOf(access.value, article));
  return ok(pageFrom(rows, limit, (article) => [article.createdAt, article.id]));
}

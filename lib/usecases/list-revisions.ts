import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listRevisions as selectRevisions } from '@/lib/data/revisions';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema, placeSchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { ListedRevision } from '@/lib/domain/revision-report';
import { requireArticle } from './access';
import type { Context } from './context';

/** The revisions of an article, the newest first, with what each did to the annotations. */
export async function listRevisions(
  context: Context,
  input: { articleId: string; query: unknown },
): Promise<Result<Page<ListedRevision>, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor } = query.value;
  const after = keysFromCursor(cursor, z.tuple([placeSchema]));
  if (!after.ok) return after;
  const rows = await selectRevisions(databaseFor(access.value), access.value.articleId, {
    before: after.value?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(pageFrom(rows, limit, ({ number }) => [number]));
}

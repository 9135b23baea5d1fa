import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listSources as selectSources } from '@/lib/data/sources';
import { uuidSchema } from '@/lib/domain/ids';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { foldedName } from '@/lib/domain/folded-name';
import type { RegisteredSource } from '@/lib/domain/source';
import { SOURCE_TYPES } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';

export const sourceQuerySchema = pageQuerySchema.extend({
  query: z.string().max(200).optional(),
  /** Leaves out the anonymous sources and authors of other articles. */
  articleId: uuidSchema.optional(),
  type: z.enum(SOURCE_TYPES).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

const cursorSchema = z.tuple([z.string(), uuidSchema]);

/** The workspace's sources by name: of those that were merged the one that stands for them, also found by their names. */
export async function listSources(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<RegisteredSource> & { format: 'json' | 'csv' }, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(sourceQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, query: words, articleId, type, format } = query.value;
  const after = keysFromCursor(cursor, cursorSchema);
  if (!after.ok) return after;
  const rows = await selectSources(databaseFor(access.value), {
    workspaceId: access.value.workspace.id,
    query: words,
    articleId,
    type,
    // A table is whole.
    limit: format === 'csv' ? null : limit,
    after: after.value && { name: after.value[0], id: after.value[1] },
  });
  const most = format === 'csv' ? rows.length : limit;
  return ok({ ...pageFrom(rows, most, (source) => [foldedName(source.name), source.id]), format });
}

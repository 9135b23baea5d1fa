import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listWorkspaceEvents, type WorkspaceEvent } from '@/lib/data/workspace-events';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';

/** What was said of an article's licence, by whom and when; the newest first. */
export async function listLicenceChanges(
  context: Context,
  input: { articleId: string; query: unknown },
): Promise<Result<Page<WorkspaceEvent>, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const before = keysFromCursor(query.value.cursor, z.tuple([z.int().min(1)]));
  if (!before.ok) return before;
  const rows = await listWorkspaceEvents(databaseFor(access.value), {
    workspaceId: access.value.workspace.id,
    subjectId: access.value.articleId,
    types: ['article_licensed'],
    limit: query.value.limit,
    before: before.value?.[0] ?? null,
  });
  return ok(pageFrom(rows, query.value.limit, (event) => [event.id]));
}

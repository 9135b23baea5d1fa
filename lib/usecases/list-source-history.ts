import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listSourceEvents } from '@/lib/data/source-events';
import { findSource } from '@/lib/data/sources';
import type { WorkspaceEvent } from '@/lib/data/workspace-events';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireSource } from './access';
import type { Context } from './context';

/** An entry of the history, as a page shows it. */
export type SourceEvent = WorkspaceEvent;

export const sourceHistoryQuerySchema = pageQuerySchema;

/** What happened to a source, to those merged into it, and to those that were for a time; the newest first. */
export async function listSourceHistory(
  context: Context,
  input: { id: string; query: unknown },
): Promise<Result<Page<WorkspaceEvent>, Failure>> {
  const access = await requireSource(context, input.id, canRead);
  if (!access.ok) return access;
  const query = parseInput(sourceHistoryQuerySchema, input.query);
  if (!query.ok) return query;
  const before = keysFromCursor(query.value.cursor, z.tuple([z.int().min(1)]));
  if (!before.ok) return before;
  const db = databaseFor(access.value);
  const { workspace, sourceId } = access.value;
  const asked = (await findSource(db, workspace.id, sourceId))!;
  const rows = await listSourceEvents(db, {
    workspaceId: workspace.id,
    sourceId: asked.survivorId ?? asked.id,
    limit: query.value.limit,
    before: before.value?.[0] ?? null,
  });
  return ok(pageFrom(rows, query.value.limit, (event) => [event.id]));
}

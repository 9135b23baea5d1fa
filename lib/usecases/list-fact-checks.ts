import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { countFactChecks, type FactCheckCounts, listFactCheckRows } from '@/lib/data/fact-checks';
import { type FactCheck, factCheckQuerySchema } from '@/lib/domain/fact-check';
import { uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { shownFactCheck } from './fact-check-access';

export interface FactCheckPage extends Page<FactCheck> {
  counts: FactCheckCounts;
  format: 'json' | 'csv';
}

/** What a workspace has published, unpublished ones too, what was touched last first. */
export async function listFactChecks(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<FactCheckPage, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(factCheckQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, state, changed, asked, format } = query.value;
  const before = keysFromCursor(cursor, z.tuple([instantSchema, uuidSchema]));
  if (!before.ok) return before;
  const workspaceId = access.value.workspace.id;
  const [rows, counts] = await Promise.all([
    listFactCheckRows(databaseFor(access.value), {
      workspaceId,
      state: state ?? null,
      changedOnly: changed === 'true',
      askedOnly: asked === 'true',
      limit,
      before: before.value,
    }),
    countFactChecks(databaseFor(access.value), workspaceId),
  ]);
  const { items, nextCursor } = pageFrom(rows, limit, ({ updatedAt, id }) => [updatedAt, id]);
  return ok({ items: items.map(shownFactCheck), nextCursor, counts, format });
}

import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listPropositions as selectPropositions } from '@/lib/data/propositions';
import { uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import type { Proposition } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

export const propositionQuerySchema = pageQuerySchema.extend({
  /** Words that the proposition holds, letter case aside. */
  query: z.string().trim().max(200).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

/** The workspace's propositions, the newest first. */
export async function listPropositions(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<Proposition> & { format: 'json' | 'csv' }, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(propositionQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, query: words, format } = query.value;
  const before = keysFromCursor(cursor, z.tuple([instantSchema, uuidSchema]));
  if (!before.ok) return before;
  const rows = await selectPropositions(databaseFor(access.value), {
    workspaceId: access.value.workspace.id,
    words: words || null,
    limit,
    before: before.value,
  });
  return ok({ ...pageFrom(rows, limit, ({ createdAt, id }) => [createdAt, id]), format });
}

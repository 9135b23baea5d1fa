import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listSubsets as listStoredSubsets, shownSubset } from '@/lib/data/subsets';
import { uuidSchema } from '@/lib/domain/ids';
import { keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { type Subset, subsetQuerySchema } from '@/lib/domain/subset';
import { requireWorkspace } from './access';
import type { Context } from './context';

const cursorSchema = z.tuple([z.string(), uuidSchema]);

/** The subsets of a workspace by name. */
export async function listSubsets(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<Subset>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(subsetQuerySchema, input.query);
  if (!query.ok) return query;
  const after = keysFromCursor(query.value.cursor, cursorSchema);
  if (!after.ok) return after;
  const { limit } = query.value;
  const rows = await listStoredSubsets(databaseFor(access.value), {
    workspaceId: access.value.workspace.id,
    limit,
    after: after.value,
  });
  return ok(pageFrom(rows.map(shownSubset), limit, ({ name, id }) => [name, id]));
}

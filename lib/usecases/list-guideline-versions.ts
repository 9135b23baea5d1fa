import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { findGuidelineInForce, listGuidelineVersions as selectVersions } from '@/lib/data/guidelines';
import type { Guideline } from '@/lib/domain/guideline';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema, placeSchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** The versions of a workspace's guideline, whole, the newest first. */
export async function listGuidelineVersions(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<Guideline>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor } = query.value;
  const after = keysFromCursor(cursor, z.tuple([placeSchema]));
  if (!after.ok) return after;
  const workspaceId = access.value.workspace.id;
  // A workspace of before there were guidelines has one from now on.
  await findGuidelineInForce(databaseFor(access.value), workspaceId);
  const rows = await selectVersions(databaseFor(access.value), workspaceId, {
    before: after.value?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(pageFrom(rows, limit, ({ number }) => [number]));
}

import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listDistinctions } from '@/lib/data/source-distinctions';
import { listSources } from '@/lib/data/sources';
import { pageQuerySchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { RegisteredSource } from '@/lib/domain/source';
import type { SuggestedMerge } from '@/lib/domain/merge-reason';
import { suggestedMerges } from '@/lib/suggest/source-merges';
import { requireWorkspace } from './access';
import type { Context } from './context';

export const mergeSuggestionQuerySchema = pageQuerySchema;

/**
 * Pairs of sources that may be one, with reasons, the strongest first. Worked out from the names as they are, so that
 * nothing has to be kept in step; pairs that somebody has said to be two are left out. Nothing is ever merged by itself.
 */
export async function listMergeSuggestions(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<SuggestedMerge<RegisteredSource>>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(mergeSuggestionQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor } = query.value;
  const after = keysFromCursor(cursor, z.tuple([z.int().min(0)]));
  if (!after.ok) return after;
  const from = after.value?.[0] ?? 0;
  const db = databaseFor(access.value);
  const workspaceId = access.value.workspace.id;
  const sources = await listSources(db, { workspaceId, limit: null, after: null });
  const all = suggestedMerges(sources, await listDistinctions(db, workspaceId));
  return ok(pageFrom(all.slice(from, from + limit + 1), limit, () => [from + limit]));
}

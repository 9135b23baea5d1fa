import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { countOfReleasedPasses, countUnlicensedArticles, findNewestRelease } from '@/lib/data/release-rows';
import { partsApart, type QueryParts } from '@/lib/domain/annotation-filter';
import { parseInput } from '@/lib/domain/parse-input';
import { canRelease } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { RELEASE_PART_KEYS, type ReleasePart, releasePartQuerySchema } from '@/lib/domain/release-part';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { releasePartFrom, selectionOfPart } from './release-part';
import { type SelectionCounts, selectionCounts } from './selection-counts';

export interface ReleasePreview {
  counts: SelectionCounts;
  unlicensed: number;
  passes: { revealed: number; heldBack: number };
  /** The part that is asked for; null for everything. */
  part: ReleasePart | null;
  /** The newest release that there is: its name is offered again. */
  newest: { name: string; version: string } | null;
}

/** What a release that is made now, of the workspace or of the part that the query asks for, would hold. */
export async function previewRelease(
  context: Context,
  input: { slug: string; query?: QueryParts },
): Promise<Result<ReleasePreview, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRelease);
  if (!access.ok) return access;
  const { id, timeZone } = access.value.workspace;
  const { own, rest } = partsApart(input.query ?? {}, RELEASE_PART_KEYS);
  const query = parseInput(releasePartQuerySchema, own);
  if (!query.ok) return query;
  const db = databaseFor(access.value);
  const found = await releasePartFrom(db, id, { ...query.value, filter: rest });
  if (!found.ok) return found;
  const part = found.value;
  const selection = selectionOfPart(id, part, { timeZone, today: dayIn(timeZone, context.now) });
  const [counts, unlicensed, passes, newest] = await Promise.all([
    selectionCounts(db, selection),
    countUnlicensedArticles(db, selection),
    countOfReleasedPasses(db, selection),
    findNewestRelease(db, id),
  ]);
  return ok({ counts, unlicensed, passes, part, newest });
}

import 'server-only';
import { database } from '@/lib/data/database';
import { type ExportCounts, exportCounts } from '@/lib/data/export-rows';
import { countTextModes } from '@/lib/data/licences';
import { countOfReleasedPasses, countUnlicensedArticles, findNewestRelease } from '@/lib/data/release-rows';
import { canRelease } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { TextMode } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';

export interface ReleasePreview {
  counts: ExportCounts;
  /** How many articles go along in which text mode, each by its licence. */
  textModes: Record<TextMode, number>;
  unlicensed: number;
  passes: { revealed: number; heldBack: number };
  /** The newest release that there is: its name is offered again. */
  newest: { name: string; version: string } | null;
}

/** What a release that is made now would hold. */
export async function previewRelease(
  context: Context,
  input: { slug: string },
): Promise<Result<ReleasePreview, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRelease);
  if (!access.ok) return access;
  const { id } = access.value.workspace;
  const [counts, textModes, unlicensed, passes, newest] = await Promise.all([
    exportCounts(database(), id),
    countTextModes(database(), id),
    countUnlicensedArticles(database(), id),
    countOfReleasedPasses(database(), id),
    findNewestRelease(database(), id),
  ]);
  return ok({ counts, textModes, unlicensed, passes, newest });
}

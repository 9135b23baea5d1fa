import 'server-only';
import { database } from '@/lib/data/database';
import { type ExportCounts, exportCounts } from '@/lib/data/export-rows';
import { countFound } from '@/lib/data/found-annotations';
import { countTextModesOf } from '@/lib/data/licences';
import {
  addressOfFilter,
  type AnnotationFilter,
  NO_FILTER,
  partsApart,
  type QueryParts,
} from '@/lib/domain/annotation-filter';
import { EXPORT_KEYS } from '@/lib/domain/export-request';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { KINDS, type Kind, type TextMode } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { type FilterNames, namesOfFilter } from './filter-names';
import { selectionFrom } from './selection-from';

export interface ShownExport extends ExportCounts, FilterNames {
  /** How many articles go along in each mode where each goes by its own licence. */
  textModes: Record<TextMode, number>;
  /** What the export is narrowed to; empty for everything. */
  filter: AnnotationFilter;
  address: string;
}

/** What an export of the workspace, or of what fits a filter, would hold. */
export async function showExport(
  context: Context,
  input: { slug: string; query?: QueryParts },
): Promise<Result<ShownExport, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const { workspace } = access.value;
  const db = database();
  const { own, rest } = partsApart(input.query ?? {}, EXPORT_KEYS);
  const selected = await selectionFrom(db, context, workspace, {
    parts: rest,
    subset: own.subset,
    everyArticle: own.articles === 'all',
  });
  if (!selected.ok) return selected;
  const { filter: asked } = selected.value;
  const filter = asked?.filter ?? NO_FILTER;
  const [counts, textModes, names] = await Promise.all([
    asked ? countFound(db, { workspaceId: workspace.id, asked }) : exportCounts(db, workspace.id),
    countTextModesOf(db, selected.value),
    namesOfFilter(db, workspace.id, filter),
  ]);
  const articles = Object.values(textModes).reduce((sum, count) => sum + count, 0);
  const annotations = 'kinds' in counts ? everyKind(counts.kinds) : counts.annotations;
  return ok({ articles, annotations, textModes, filter, address: addressOfFilter(filter), ...names });
}

const everyKind = (counts: Partial<Record<Kind, number>>): Record<Kind, number> =>
  Object.fromEntries(KINDS.map((kind) => [kind, counts[kind] ?? 0])) as Record<Kind, number>;

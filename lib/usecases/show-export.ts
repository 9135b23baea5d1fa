import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import {
  addressOfFilter,
  type AnnotationFilter,
  NO_FILTER,
  partsApart,
  type QueryParts,
} from '@/lib/domain/annotation-filter';
import { EXPORT_KEYS } from '@/lib/domain/export-request';
import { canRead, canRelease } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { type FilterNames, namesOfFilter } from './filter-names';
import { type SelectionCounts, selectionCounts } from './selection-counts';
import { selectionFrom } from './selection-from';

export interface ShownExport extends SelectionCounts, FilterNames {
  /** What the export is narrowed to; empty for everything. */
  filter: AnnotationFilter;
  address: string;
  mayRelease: boolean;
}

/** What an export of the workspace, or of what fits a filter, would hold. */
export async function showExport(
  context: Context,
  input: { slug: string; query?: QueryParts },
): Promise<Result<ShownExport, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const { workspace } = access.value;
  const db = databaseFor(access.value);
  const { own, rest } = partsApart(input.query ?? {}, EXPORT_KEYS);
  const selected = await selectionFrom(db, context, workspace, {
    parts: rest,
    subset: own.subset,
    everyArticle: own.articles === 'all',
  });
  if (!selected.ok) return selected;
  const filter = selected.value.filter?.filter ?? NO_FILTER;
  const [counts, names] = await Promise.all([
    selectionCounts(db, selected.value),
    namesOfFilter(db, workspace.id, filter),
  ]);
  const mayRelease = canRelease(access.value.standing);
  return ok({ ...counts, filter, address: addressOfFilter(filter), mayRelease, ...names });
}

import 'server-only';
import { databaseFor, type Reader } from '@/lib/data/blind-reading';
import { countFound } from '@/lib/data/found-annotations';
import type { Selection } from '@/lib/data/selection';
import { snapshotRows } from '@/lib/data/snapshot';
import { partsApart, type QueryParts } from '@/lib/domain/annotation-filter';
import { COUNT_KEYS, countQuerySchema, type FoundCounts } from '@/lib/domain/found-annotation';
import type { LossCounts } from '@/lib/domain/loss-counts';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import { LossTally } from '@/lib/export/loss';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { lossesIn } from './export-chunks';
import { askedFilterFrom, filterFromParts } from './selection-from';

export type CountedAnnotations = FoundCounts & { losses?: Partial<Record<ExportFormat, LossCounts>> };

/** How many annotations fit a filter, and how much exports of them would leave behind where that is asked for. */
export async function countAnnotations(
  context: Context,
  input: { slug: string; query: QueryParts },
): Promise<Result<CountedAnnotations, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const { own, rest } = partsApart(input.query, COUNT_KEYS);
  const query = parseInput(countQuerySchema, own);
  if (!query.ok) return query;
  const { workspace } = access.value;
  const filter = await filterFromParts(databaseFor(access.value), workspace.id, {
    parts: rest,
    subset: query.value.subset,
  });
  if (!filter.ok) return filter;
  const asked = askedFilterFrom(context, workspace, filter.value);
  const counts = await countFound(databaseFor(access.value), { workspaceId: workspace.id, asked });
  if (!query.value.losses) return ok(counts);
  const losses = await lossesOf(
    access.value,
    { workspaceId: workspace.id, filter: asked },
    query.value.losses,
  );
  return ok({ ...counts, losses });
}

/** One format after the other, in one snapshot. */
async function lossesOf(
  reader: Reader,
  selection: Selection,
  formats: readonly ExportFormat[],
): Promise<Partial<Record<ExportFormat, LossCounts>>> {
  const counted: Partial<Record<ExportFormat, LossCounts>> = {};
  const counting = snapshotRows(reader, async function* (rows) {
    for (const format of new Set(formats)) {
      const tally = new LossTally();
      for await (const loss of lossesIn(rows, selection, format)) tally.add(loss);
      yield (counted[format] = tally.counts);
    }
  });
  for await (const _ of counting);
  return counted;
}

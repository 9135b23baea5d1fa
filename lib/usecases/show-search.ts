import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { type FilterFacets, listCampaignNames, listFilterFacets } from '@/lib/data/found-annotations';
import { findGuidelineInForce } from '@/lib/data/guidelines';
import { listSubsets, shownSubset } from '@/lib/data/subsets';
import {
  type AnnotationFilter,
  addressOfFilter,
  partsApart,
  type QueryParts,
} from '@/lib/domain/annotation-filter';
import type { AttributeDefinition } from '@/lib/domain/annotation-attributes';
import { FOUND_KEYS } from '@/lib/domain/found-annotation';
import { canChangeSubset, canKeepSubsets, canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Subset } from '@/lib/domain/subset';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { type FilterNames, namesOfFilter } from './filter-names';
import { filterFromParts } from './selection-from';

/** More than anybody chooses from. */
const MOST_SUBSETS = 200;

/** A filter, what it is told by, and what could be asked besides. */
export interface ShownSearch extends FilterNames {
  filter: AnnotationFilter;
  address: string;
  facets: FilterFacets & {
    campaigns: { id: string; name: string }[];
    attributes: readonly AttributeDefinition[];
    /** The version of the guideline that is in force. */
    guideline: number;
  };
  subsets: (Subset & { mayChange: boolean })[];
  mayKeep: boolean;
}

/** What a query asks of a workspace's annotations, and what the workspace has to ask for. */
export async function showSearch(
  context: Context,
  input: { slug: string; query: QueryParts },
): Promise<Result<ShownSearch, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const db = databaseFor(access.value);
  const { standing, workspace } = access.value;
  const workspaceId = workspace.id;
  const { own, rest } = partsApart(input.query, FOUND_KEYS);
  const filter = await filterFromParts(db, workspaceId, { parts: rest, subset: own.subset });
  if (!filter.ok) return filter;
  const [facets, campaigns, guideline, subsets, names] = await Promise.all([
    listFilterFacets(db, workspaceId),
    listCampaignNames(db, workspaceId),
    findGuidelineInForce(db, workspaceId),
    listSubsets(db, { workspaceId, limit: MOST_SUBSETS, after: null }),
    namesOfFilter(db, workspaceId, filter.value),
  ]);
  return ok({
    filter: filter.value,
    address: addressOfFilter(filter.value),
    ...names,
    facets: { ...facets, campaigns, attributes: guideline.attributes, guideline: guideline.number },
    subsets: subsets.slice(0, MOST_SUBSETS).map((subset) => ({
      ...shownSubset(subset),
      mayChange: canChangeSubset(standing, { authorId: subset.author.id }),
    })),
    mayKeep: canKeepSubsets(standing),
  });
}

import 'server-only';
import type { AskedFilter } from '@/lib/data/annotation-filter';
import type { Database } from '@/lib/data/database';
import type { Selection } from '@/lib/data/selection';
import { findSubset } from '@/lib/data/subsets';
import {
  type AnnotationFilter,
  filterFromQuery,
  isEmptyFilter,
  type QueryParts,
} from '@/lib/domain/annotation-filter';
import { dayIn } from '@/lib/domain/prediction';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { WorkspaceAccess } from './access';
import type { Context } from './context';

/** What is asked of the annotations of a workspace: keys of a filter, a subset by its name, or both. */
export interface AskedParts {
  parts?: QueryParts | undefined;
  subset?: string | undefined;
}

/**
 * The one filter of what was asked. A subset and keys beside it narrow together, so that no key may be named by both: which
 * of the two would count, nobody could tell.
 */
export async function filterFromParts(
  db: Database,
  workspaceId: string,
  { parts = {}, subset }: AskedParts,
): Promise<Result<AnnotationFilter, Failure>> {
  const asked = filterFromQuery(parts);
  if (!asked.ok || subset === undefined || subset.trim() === '') return asked;
  const kept = await findSubset(db, workspaceId, subset);
  if (!kept)
    return err({
      code: 'invalid_input',
      message: `subset: There is no subset called “${subset.trim()}” here.`,
    });
  const both = Object.keys(asked.value).find((key) => Object.hasOwn(kept.filter, key));
  if (both)
    return err({
      code: 'invalid_input',
      message: `${both}: The subset “${kept.name}” says this already. Leave one of the two out.`,
    });
  return filterFromQuery({ ...kept.filter, ...asked.value });
}

/** A filter as the data take it: by whom it is asked, and when. */
export const askedFilterFrom = (
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  workspace: WorkspaceAccess['workspace'],
  filter: AnnotationFilter,
): AskedFilter => ({
  filter,
  userId: actor.userId,
  timeZone: workspace.timeZone,
  today: dayIn(workspace.timeZone, now),
});

/** What of a workspace is exported: all of it where nothing is asked. */
export async function selectionFrom(
  db: Database,
  context: Pick<Context, 'actor' | 'now'>,
  workspace: WorkspaceAccess['workspace'],
  asked: AskedParts & { everyArticle?: boolean },
): Promise<Result<Selection, Failure>> {
  const filter = await filterFromParts(db, workspace.id, asked);
  if (!filter.ok) return filter;
  if (isEmptyFilter(filter.value)) return ok({ workspaceId: workspace.id, filter: null });
  return ok({
    workspaceId: workspace.id,
    filter: askedFilterFrom(context, workspace, filter.value),
    everyArticle: asked.everyArticle ?? false,
  });
}

import 'server-only';
import type { Database } from '@/lib/data/database';
import { type Selection, wholeWorkspace } from '@/lib/data/selection';
import { findSubset } from '@/lib/data/subsets';
import {
  addressOfFilter,
  filterFromQuery,
  isEmptyFilter,
  type QueryParts,
} from '@/lib/domain/annotation-filter';
import type { PartArticles, ReleasePart } from '@/lib/domain/release-part';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { conditionsOf, type ReleasedPart } from '@/lib/release/part-words';
import { pseudonymised, type Pseudonyms } from '@/lib/release/pseudonyms';
import { namesOfFilter } from './filter-names';
import { filterFromParts } from './selection-from';

/** The part of a workspace that is asked for, with what its ids are called now; null where nothing narrows it. */
export async function releasePartFrom(
  db: Database,
  workspaceId: string,
  asked: { filter?: QueryParts | undefined; subset?: string | undefined; articles: PartArticles },
): Promise<Result<ReleasePart | null, Failure>> {
  const found = await filterFromParts(db, workspaceId, { parts: asked.filter, subset: asked.subset });
  if (!found.ok) return found;
  const filter = found.value;
  if (isEmptyFilter(filter)) return ok(null);
  const subset = asked.subset ? await findSubset(db, workspaceId, asked.subset) : null;
  const { names, labels } = await namesOfFilter(db, workspaceId, filter);
  return ok({ filter, articles: asked.articles, subset: subset?.name ?? null, names, labels });
}

/** What of a workspace a release holds. It is asked by nobody: all who may read it are to see the same. */
export const selectionOfPart = (
  workspaceId: string,
  part: ReleasePart | null,
  asked: { timeZone: string; today: string },
): Selection =>
  part
    ? {
        workspaceId,
        filter: { filter: part.filter, userId: null, ...asked },
        everyArticle: part.articles === 'all',
      }
    : wholeWorkspace(workspaceId);

/** The part as the release's documents tell it: nobody's own id or name is in it where there are pseudonyms. */
export function releasedPart(
  { filter: asked, articles, subset, names: asCalled, labels }: ReleasePart,
  { pseudonyms, askedOn }: { pseudonyms: Pseudonyms | null; askedOn: string },
): ReleasedPart {
  const shown = filterFromQuery(pseudonymised(asked, pseudonyms) as QueryParts);
  // Only ids were replaced, by ids.
  if (!shown.ok) throw new Error(shown.error.message);
  const names = Object.fromEntries(
    Object.entries(asCalled).map(([id, name]) => {
      const person = pseudonyms?.byId.get(id);
      return person ? [person.id, person.name] : [id, name];
    }),
  );
  const conditions = conditionsOf({ filter: shown.value, names, labels });
  return { filter: addressOfFilter(shown.value), articles, subset, askedOn, conditions };
}

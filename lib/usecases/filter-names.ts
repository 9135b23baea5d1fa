import 'server-only';
import type { Database } from '@/lib/data/database';
import { listFilterNames } from '@/lib/data/found-annotations';
import { findGuidelineInForce } from '@/lib/data/guidelines';
import { type AnnotationFilter, attributesOfFilter } from '@/lib/domain/annotation-filter';
import { uuidSchema } from '@/lib/domain/ids';

/** What a filter's ids and attributes are called, so that it can be told in words. What has no name here is of elsewhere. */
export interface FilterNames {
  /** Of articles, sources, people and campaigns by id. */
  names: Record<string, string>;
  /** Of attributes by key. */
  labels: Record<string, string>;
}

export async function namesOfFilter(
  db: Database,
  workspaceId: string,
  filter: AnnotationFilter,
): Promise<FilterNames> {
  const { article, annotator, campaign, source } = filter;
  const ids = [article, annotator, campaign, source]
    .flatMap((values) => values ?? [])
    .filter((id) => uuidSchema.safeParse(id).success);
  const names = await listFilterNames(db, workspaceId, ids);
  const asked = attributesOfFilter(filter);
  const { attributes } = asked.length > 0 ? await findGuidelineInForce(db, workspaceId) : { attributes: [] };
  return {
    names: Object.fromEntries(names),
    labels: Object.fromEntries(attributes.map(({ key, label }) => [key, label])),
  };
}

import 'server-only';
import { type AskedFilter, filterCondition } from './annotation-filter';
import { StatementValues } from './statement-values';

/** What of a workspace is exported: all of it, or the annotations that fit a filter with what belongs to them. */
export interface Selection {
  workspaceId: string;
  /** Null for everything. */
  filter: AskedFilter | null;
  /** Whether articles of which nothing fits are there too, without annotations. Everything has every article. */
  everyArticle?: boolean;
}

export const wholeWorkspace = (workspaceId: string): Selection => ({ workspaceId, filter: null });

/** A selection as SQL. `$1` is the workspace; a statement numbers its own values from `values.length + 1` on. */
export interface SelectionSql {
  values: readonly unknown[];
  /** True of each `annotation a` that is exported: of the shared layer, not deleted, and fitting. */
  annotations: string;
  /** True of each `article t` that is exported. */
  articles: string;
  /** Whether anything is left out. */
  isPart: boolean;
}

const NOT_DELETED = `a.layer = 'shared' AND a.deleted_at IS NULL`;

export function selectionSql({ workspaceId, filter, everyArticle = false }: Selection): SelectionSql {
  const inWorkspace = 't.workspace_id = $1::uuid';
  if (!filter)
    return {
      values: [workspaceId],
      annotations: `${NOT_DELETED}
  AND a.article_id IN (SELECT id FROM article WHERE workspace_id = $1::uuid)`,
      articles: inWorkspace,
      isPart: false,
    };
  const values = new StatementValues([workspaceId]);
  const fits = filterCondition(filter, '$1::uuid', values);
  const annotations = `${NOT_DELETED}
  AND EXISTS (SELECT 1 FROM article t WHERE t.id = a.article_id AND ${inWorkspace} AND ${fits})`;
  const holdsSome = `EXISTS (SELECT 1 FROM annotation a WHERE a.article_id = t.id AND ${annotations})`;
  return {
    values: values.all,
    annotations,
    // Every value is named in both, or a statement that uses one of them would be refused.
    articles: `${inWorkspace} AND (${holdsSome}${everyArticle ? ' OR true' : ''})`,
    isPart: true,
  };
}

import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import type { AnnotationOrder, FoundCounts } from '@/lib/domain/found-annotation';
import type { Kind, Status } from '@/lib/domain/vocabulary';
import { type AskedFilter, filterCondition } from './annotation-filter';
import { ANNOTATION_SELECT, annotationFromRow, type AnnotationRow } from './annotation-rows';
import type { Database } from './database';
import { instant } from './instant';
import { StatementValues } from './statement-values';

/** Which annotations of which workspace are looked for. */
export interface Search {
  workspaceId: string;
  asked: AskedFilter;
}

export interface FoundRow {
  annotation: Annotation;
  article: { id: string; title: string; publisher: string | null; publishedAt: string | null };
}

/** The values behind an order, as text: where a page goes on. */
export type FoundPlace = string[];

/** What is found: the annotations `a` of the shared layer that are not deleted, with their articles `t`. */
const FOUND = `FROM article t JOIN annotation a ON a.article_id = t.id AND a.layer = 'shared' AND a.deleted_at IS NULL`;
const FIRST_SPAN = `LEFT JOIN anchor_span first ON first.annotation_id = a.id AND first.revision_id = a.revision_id
    AND first.position = 0`;

type SortKey = readonly [expression: string, type: string];
const ORDERS: Record<AnnotationOrder, { keys: readonly SortKey[]; descending?: true; join?: string }> = {
  newest: { keys: [['a.created_at', 'timestamptz']], descending: true },
  oldest: { keys: [['a.created_at', 'timestamptz']] },
  changed: { keys: [['a.updated_at', 'timestamptz']], descending: true },
  article: {
    keys: [
      ['lower(t.title)', 'text'],
      ['t.id', 'uuid'],
      ['coalesce(first.start_cp, 0)', 'int'],
    ],
    join: FIRST_SPAN,
  },
};
const keysOf = (order: AnnotationOrder): readonly SortKey[] => [...ORDERS[order].keys, ['a.id', 'uuid']];
const asText = ([key, type]: SortKey): string => (type === 'timestamptz' ? instant(key) : `(${key})::text`);

/** True of what fits, and the values behind its parameters; the workspace is `$1`. */
function conditionOf({ workspaceId, asked }: Search): { where: string; values: StatementValues } {
  const values = new StatementValues([workspaceId]);
  return {
    where: `WHERE t.workspace_id = $1::uuid AND ${filterCondition(asked, '$1::uuid', values)}`,
    values,
  };
}

/** At most `limit + 1` of what fits, each with its place in the order. Two queries: read them in one snapshot. */
export async function listFound(
  db: Database,
  search: Search,
  { order, limit, after }: { order: AnnotationOrder; limit: number; after: FoundPlace | null },
): Promise<(FoundRow & { place: FoundPlace })[]> {
  const { where, values } = conditionOf(search);
  const { descending, join = '' } = ORDERS[order];
  const keys = keysOf(order);
  const isAfter =
    after &&
    `AND (${keys.map(([key]) => key).join(', ')}) ${descending ? '<' : '>'}
       (${keys.map(([, type], i) => values.named(after[i], type)).join(', ')})`;
  const found = await db.$queryRawUnsafe<{ id: string; place: FoundPlace }[]>(
    `SELECT a.id, ARRAY[${keys.map(asText).join(', ')}] AS place ${FOUND} ${join} ${where} ${isAfter ?? ''}
     ORDER BY ${keys.map(([key]) => `${key}${descending ? ' DESC' : ''}`).join(', ')}
     LIMIT ${values.named(limit + 1, 'int')}`,
    ...values.all,
  );
  const rows = await readRows(
    db,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, place }) => {
    const row = rows.get(id);
    return row ? [{ ...row, place }] : [];
  });
}

type ArticleColumns = { title: string; publisher: string | null; published_at: string | null };

async function readRows(db: Database, ids: readonly string[]): Promise<Map<string, FoundRow>> {
  const select = ANNOTATION_SELECT.replace(
    /\n\s*FROM annotation a /,
    `, t.title, t.publisher, t.published_at::text AS published_at FROM annotation a JOIN article t ON t.id = a.article_id `,
  );
  const rows = await db.$queryRawUnsafe<(AnnotationRow & ArticleColumns)[]>(
    `${select} WHERE a.id = ANY($1::uuid[])`,
    ids,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        annotation: annotationFromRow(row),
        article: {
          id: row.article_id,
          title: row.title,
          publisher: row.publisher,
          publishedAt: row.published_at,
        },
      },
    ]),
  );
}

/** How much fits: in all, in how many articles, and by kind and status. */
export async function countFound(db: Database, search: Search): Promise<FoundCounts> {
  const { where, values } = conditionOf(search);
  const rows = await db.$queryRawUnsafe<{ kind: Kind; status: Status; count: number; articles: string }[]>(
    `WITH fitting AS MATERIALIZED (SELECT a.kind, a.status, a.article_id ${FOUND} ${where})
     SELECT kind, status, count(*)::int AS count, (SELECT count(DISTINCT article_id) FROM fitting)::text AS articles
     FROM fitting GROUP BY kind, status`,
    ...values.all,
  );
  const kinds: Partial<Record<Kind, number>> = {};
  const statuses: Partial<Record<Status, number>> = {};
  for (const { kind, status, count } of rows) {
    kinds[kind] = (kinds[kind] ?? 0) + count;
    statuses[status] = (statuses[status] ?? 0) + count;
  }
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    articles: Number(rows[0]?.articles ?? 0),
    kinds,
    statuses,
  };
}

/** What a workspace's annotations can be filtered by, by name. */
export interface FilterFacets {
  publishers: string[];
  tags: string[];
  licences: string[];
  annotators: { id: string; name: string }[];
}

const MOST_FACETS = 300;

export async function listFilterFacets(db: Database, workspaceId: string): Promise<FilterFacets> {
  const [row] = await db.$queryRawUnsafe<FilterFacets[]>(
    `SELECT
       ARRAY(SELECT DISTINCT t.publisher FROM article t WHERE t.workspace_id = $1::uuid AND t.publisher IS NOT NULL
         ORDER BY 1 LIMIT ${MOST_FACETS}) AS publishers,
       ARRAY(SELECT DISTINCT t.licence FROM article t WHERE t.workspace_id = $1::uuid AND t.licence IS NOT NULL
         ORDER BY 1 LIMIT ${MOST_FACETS}) AS licences,
       ARRAY(SELECT DISTINCT unnest(a.tags) ${FOUND} WHERE t.workspace_id = $1::uuid ORDER BY 1 LIMIT ${MOST_FACETS}) AS tags,
       (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY lower(u.name), u.id), '[]')
        FROM app_user u WHERE u.id IN (SELECT DISTINCT a.author_id ${FOUND} WHERE t.workspace_id = $1::uuid)) AS annotators`,
    workspaceId,
  );
  return row!;
}

/** What the ids of a filter are called, as far as they are of the workspace: articles, sources, people, campaigns. */
export async function listFilterNames(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRawUnsafe<{ id: string; name: string }[]>(
    `SELECT id, title AS name FROM article WHERE workspace_id = $1::uuid AND id = ANY($2::uuid[])
     UNION ALL SELECT id, name FROM source WHERE workspace_id = $1::uuid AND id = ANY($2::uuid[])
     UNION ALL SELECT id, name FROM campaign WHERE workspace_id = $1::uuid AND id = ANY($2::uuid[])
     UNION ALL SELECT u.id, u.name FROM app_user u JOIN membership m ON m.user_id = u.id
       WHERE m.workspace_id = $1::uuid AND u.id = ANY($2::uuid[])`,
    workspaceId,
    ids,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The campaigns of a workspace by name. */
export const listCampaignNames = (
  db: Database,
  workspaceId: string,
): Promise<{ id: string; name: string }[]> =>
  db.$queryRaw`
    SELECT id, name FROM campaign WHERE workspace_id = ${workspaceId}::uuid ORDER BY lower(name), id LIMIT ${MOST_FACETS}`;

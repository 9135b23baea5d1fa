import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import type { DuePrediction } from '@/lib/domain/listed-prediction';
import { DUE_WITHIN_DAYS, dayAfter } from '@/lib/domain/prediction';
import type { PREDICTION_ORDERS } from '@/lib/domain/prediction-query';
import type { Basis, ConditionState, DatePrecision, PredictionState } from '@/lib/domain/vocabulary';
import { ANNOTATION_SELECT, annotationFromRow, type AnnotationRow } from './annotation-rows';
import type { Database } from './database';
import { IS_WAITING } from './resolution-submissions';
import { StatementValues } from './statement-values';
import { COUNTS } from './verifications';

export type PredictionOrder = (typeof PREDICTION_ORDERS)[number];

/** Which predictions are meant, beside their state; what is left out counts as any. */
export interface PredictionFilter {
  sourceId?: string | undefined;
  articleId?: string | undefined;
  /** Where the deadline comes from; `none` for those without one. */
  basis?: Basis | 'none' | undefined;
  condition?: ConditionState | 'none' | undefined;
  tag?: string | undefined;
  /** Words that stand in the prediction, or in the name of its source. */
  words?: string | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  /** The words of likelihood that are meant, null for none; `withNumber` also those that have a number of their own. */
  likelihood?: { words: readonly (string | null)[]; withNumber: boolean } | undefined;
}

export interface PredictionScope {
  workspaceId: string;
  today: string;
  filter: PredictionFilter;
}

export interface PredictionListing extends PredictionScope {
  states: readonly PredictionState[];
  order: PredictionOrder;
  descending: boolean;
  limit: number;
  /** The place of the last prediction of the page before. */
  after: PredictionPlace | null;
}

/** Where a prediction stands in a list: the key it is ordered by, its deadline, when it was made, its id. */
export type PredictionPlace = [key: string | null, deadline: string | null, createdAt: string, id: string];

/** A prediction with what a table needs to say where it stands. */
export interface ListedPrediction extends Annotation {
  article: {
    id: string;
    title: string;
    publisher: string | null;
    publishedAt: string | null;
    publishedAtPrecision: DatePrecision | null;
    publishedAtBasis: Basis | null;
  };
  outcomeKnownAt: string | null;
  criteriaPostHoc: boolean | null;
}

const VOID = `a.status IN ('condition_not_met', 'unresolvable')`;
const UNDECIDED = `a.status IN ('pending', 'in_review')`;

/** The SQL twin of `predictionStateOf`. A test holds them together. */
export function predictionStateAt(values: StatementValues, today: string): string {
  const due = values.named(dayAfter(today, DUE_WITHIN_DAYS), 'date');
  return `CASE WHEN ${VOID} THEN 'void' WHEN NOT (${UNDECIDED}) THEN 'resolved'
    WHEN a.deadline IS NULL THEN 'open' WHEN a.deadline < ${values.named(today, 'date')} THEN 'overdue'
    WHEN a.deadline <= ${due} THEN 'due' ELSE 'open' END`;
}

const KEYS: Record<PredictionOrder, string> = {
  deadline: 'a.deadline',
  source: `(SELECT lower(so.name) FROM attribution_hop h JOIN source so ON so.id = h.source_id
    WHERE h.annotation_id = a.id AND h.position = 0)`,
  article: 'lower(t.title)',
};

/** The SQL twin of what an annotation shows of its condition. */
const CONDITION_STATE = `CASE WHEN a.condition IS NULL THEN 'none'
  ELSE coalesce(a.condition_state, CASE WHEN a.status = 'condition_not_met' THEN 'not_met' ELSE 'open' END) END`;

/** What is true of `annotation a` and `article t` for a prediction that is meant. */
function conditionOf(values: StatementValues, { workspaceId, filter }: PredictionScope): string {
  const { sourceId, articleId, basis, condition, tag, words, dueFrom, dueTo, likelihood } = filter;
  const all = [
    `a.kind = 'prediction' AND a.layer = 'shared' AND a.deleted_at IS NULL`,
    `t.workspace_id = ${values.named(workspaceId, 'uuid')}`,
  ];
  if (sourceId)
    all.push(`EXISTS (SELECT 1 FROM attribution_hop h WHERE h.annotation_id = a.id
      AND h.source_id = ${values.named(sourceId, 'uuid')})`);
  if (articleId) all.push(`t.id = ${values.named(articleId, 'uuid')}`);
  if (basis === 'none') all.push('a.deadline IS NULL');
  else if (basis)
    all.push(
      `a.deadline IS NOT NULL AND coalesce(a.deadline_basis, 'editor') = ${values.named(basis, 'text')}`,
    );
  if (condition) all.push(`${CONDITION_STATE} = ${values.named(condition, 'text')}`);
  if (tag) all.push(`${values.named(tag, 'text')} = ANY(a.tags)`);
  if (words) {
    const pattern = values.named(`%${words.replace(/[\\%_]/g, '\\$&')}%`, 'text');
    all.push(`(EXISTS (SELECT 1 FROM anchor_span s WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id
        AND s.exact ILIKE ${pattern})
      OR EXISTS (SELECT 1 FROM attribution_hop h JOIN source so ON so.id = h.source_id
        WHERE h.annotation_id = a.id AND so.name ILIKE ${pattern}))`);
  }
  if (dueFrom) all.push(`a.deadline >= ${values.named(dueFrom, 'date')}`);
  if (dueTo) all.push(`a.deadline <= ${values.named(dueTo, 'date')}`);
  if (likelihood) {
    const meant = values.named(
      likelihood.words.map((each) => each ?? ''),
      'text[]',
    );
    const isMeant = `coalesce(a.likelihood_words, '') = ANY(${meant})`;
    all.push(
      likelihood.withNumber
        ? `(a.probability IS NOT NULL OR ${isMeant})`
        : `(a.probability IS NULL AND ${isMeant})`,
    );
  }
  return all.join(' AND ');
}

/** The order beside the key; a prediction without a deadline comes last. */
const REST = `coalesce(a.deadline, 'infinity'), a.created_at, a.id`;

/** What comes after a place: a greater key (a lesser one where descending), else no key, else by the rest. */
function afterPlace(
  values: StatementValues,
  key: string,
  { order, descending, after }: PredictionListing,
): string {
  if (!after) return '';
  const [heldKey, deadline, createdAt, id] = after;
  const held = values.named(heldKey, order === 'deadline' ? 'date' : 'text');
  const rest = `(${REST}) > (coalesce(${values.named(deadline, 'date')}, 'infinity'),
    ${values.named(createdAt, 'timestamptz')}, ${values.named(id, 'uuid')})`;
  return `AND (${key} ${descending ? '<' : '>'} ${held} OR (${key} IS NULL AND ${held} IS NOT NULL)
    OR (${key} IS NOT DISTINCT FROM ${held} AND ${rest}))`;
}

const LAST = (column: string): string => `(SELECT v.${column} FROM verification v
  WHERE v.annotation_id = a.id AND ${COUNTS} ORDER BY v.seq DESC LIMIT 1)`;

/** Predictions of a workspace in the states asked for, at most `limit + 1`; those without the sort key come last. */
export async function listPredictions(
  db: Database,
  listing: PredictionListing,
): Promise<{ listed: ListedPrediction; place: PredictionPlace }[]> {
  const { states, order, descending, today, limit } = listing;
  const key = KEYS[order];
  const values = new StatementValues();
  const select = ANNOTATION_SELECT.replace(
    /\n\s*FROM annotation a /,
    `, t.title, t.publisher, t.published_at::text AS published_at, t.published_at_precision, t.published_at_basis,
      (${key})::text AS sort_key, ${LAST('outcome_known_at')}::text AS outcome_known_at,
      ${LAST('criteria_post_hoc')} AS criteria_post_hoc
    FROM annotation a JOIN article t ON t.id = a.article_id `,
  );
  const where = `WHERE ${conditionOf(values, listing)} AND ${predictionStateAt(values, today)} = ANY(${values.named([...states], 'text[]')})
     ${afterPlace(values, key, listing)}`;
  const rows = await db.$queryRawUnsafe<
    (AnnotationRow & {
      title: string;
      publisher: string | null;
      published_at: string | null;
      published_at_precision: DatePrecision | null;
      published_at_basis: Basis | null;
      outcome_known_at: string | null;
      criteria_post_hoc: boolean | null;
      sort_key: string | null;
    })[]
  >(
    `${select} ${where}
     ORDER BY ${key} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${REST} LIMIT ${values.named(limit + 1, 'int')}`,
    ...values.all,
  );
  return rows.map((row) => ({
    listed: {
      ...annotationFromRow(row),
      article: {
        id: row.article_id,
        title: row.title,
        publisher: row.publisher,
        publishedAt: row.published_at,
        publishedAtPrecision: row.published_at_precision,
        publishedAtBasis: row.published_at_basis,
      },
      outcomeKnownAt: row.outcome_known_at,
      criteriaPostHoc: row.criteria_post_hoc,
    },
    place: [row.sort_key, row.deadline, row.created_at, row.id],
  }));
}

/** How many predictions that the filter means stand in each state. */
export async function countPredictions(
  db: Database,
  scope: PredictionScope,
): Promise<Partial<Record<PredictionState, number>>> {
  const values = new StatementValues();
  const rows = await db.$queryRawUnsafe<{ state: PredictionState; count: bigint }[]>(
    `SELECT ${predictionStateAt(values, scope.today)} AS state, count(*) FROM annotation a JOIN article t ON t.id = a.article_id
     WHERE ${conditionOf(values, scope)} GROUP BY 1`,
    ...values.all,
  );
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}

/** The unsettled predictions that have a deadline, the soonest first, and how many have none. */
export async function listDuePredictions(
  db: Database,
  scope: PredictionScope & { most: number },
): Promise<{ due: DuePrediction[]; undated: number }> {
  const values = new StatementValues();
  const state = predictionStateAt(values, scope.today);
  const where = `${conditionOf(values, scope)} AND ${UNDECIDED}`;
  const [count] = await db.$queryRawUnsafe<{ undated: number }[]>(
    `SELECT count(*)::int AS undated FROM (SELECT ${state} AS state FROM annotation a JOIN article t ON t.id = a.article_id
      WHERE ${where} AND a.deadline IS NULL) x`,
    ...values.all,
  );
  const due = await db.$queryRawUnsafe<DuePrediction[]>(
    `SELECT a.id, t.id AS "articleId", coalesce((SELECT string_agg(s.exact, ' … ' ORDER BY s.position) FROM anchor_span s
        WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id), '') AS words,
      (SELECT so.name FROM attribution_hop h JOIN source so ON so.id = h.source_id
        WHERE h.annotation_id = a.id AND h.position = 0) AS source,
      a.deadline_earliest::text AS earliest, a.deadline::text AS deadline, coalesce(a.deadline_basis, 'editor') AS basis,
      ${state} AS state
     FROM annotation a JOIN article t ON t.id = a.article_id
     WHERE ${where} AND a.deadline IS NOT NULL ORDER BY a.deadline, a.created_at, a.id
     LIMIT ${values.named(scope.most, 'int')}`,
    ...values.all,
  );
  return { due, undated: count?.undated ?? 0 };
}

/** The words of likelihood that a workspace's predictions have without a number of their own; null for none. */
export async function listLikelihoodWords(db: Database, workspaceId: string): Promise<(string | null)[]> {
  const rows = await db.$queryRawUnsafe<{ words: string | null }[]>(
    `SELECT DISTINCT a.likelihood_words AS words FROM annotation a JOIN article t ON t.id = a.article_id
     WHERE t.workspace_id = $1::uuid AND a.kind = 'prediction' AND a.layer = 'shared' AND a.deleted_at IS NULL
       AND a.probability IS NULL`,
    workspaceId,
  );
  return rows.map(({ words }) => words);
}

/** What predictions can be filtered by: their sources, articles and tags, by name. */
export interface PredictionFacets {
  sources: { id: string; name: string }[];
  articles: { id: string; title: string }[];
  tags: string[];
}

const MOST_FACETS = 300;

export async function listPredictionFacets(db: Database, workspaceId: string): Promise<PredictionFacets> {
  const [row] = await db.$queryRawUnsafe<PredictionFacets[]>(
    `WITH meant AS (
       SELECT a.id, a.tags, t.id AS article_id, t.title FROM annotation a JOIN article t ON t.id = a.article_id
       WHERE t.workspace_id = $1::uuid AND a.kind = 'prediction' AND a.layer = 'shared' AND a.deleted_at IS NULL)
     SELECT
       (SELECT coalesce(json_agg(x), '[]') FROM (SELECT so.id, so.name FROM source so WHERE so.id IN
          (SELECT h.source_id FROM attribution_hop h JOIN meant ON meant.id = h.annotation_id)
          ORDER BY lower(so.name), so.id LIMIT ${MOST_FACETS}) x) AS sources,
       (SELECT coalesce(json_agg(x), '[]') FROM (SELECT DISTINCT article_id AS id, title, lower(title) AS sort FROM meant
          ORDER BY sort, id LIMIT ${MOST_FACETS}) x) AS articles,
       (SELECT coalesce(json_agg(tag ORDER BY tag), '[]') FROM (SELECT DISTINCT unnest(tags) AS tag FROM meant
          ORDER BY tag LIMIT ${MOST_FACETS}) x) AS tags`,
    workspaceId,
  );
  const { sources, articles, tags } = row!;
  return { sources, articles: articles.map(({ id, title }) => ({ id, title })), tags };
}

/** Of some predictions, those on which the user's own submission waits, and those on which two differ. */
export async function listSubmissionStages(
  db: Database,
  annotationIds: readonly string[],
  userId: string,
): Promise<Map<string, 'waiting' | 'disagreement'>> {
  const rows = await db.$queryRawUnsafe<{ id: string; count: number; mine: boolean }[]>(
    `SELECT s.annotation_id AS id, count(*)::int AS count, bool_or(s.resolver_id = $2::uuid) AS mine
     FROM resolution_submission s WHERE s.annotation_id = ANY($1::uuid[]) AND ${IS_WAITING} GROUP BY 1`,
    [...annotationIds],
    userId,
  );
  const stages = new Map<string, 'waiting' | 'disagreement'>();
  for (const { id, count, mine } of rows)
    if (count > 1) stages.set(id, 'disagreement');
    else if (mine) stages.set(id, 'waiting');
  return stages;
}

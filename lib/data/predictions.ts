import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import { DUE_WITHIN_DAYS, dayAfter } from '@/lib/domain/prediction';
import type { PredictionState } from '@/lib/domain/vocabulary';
import { ANNOTATION_SELECT, annotationFromRow, type AnnotationRow } from './annotation-rows';
import type { Database } from './database';

export const PREDICTION_ORDERS = ['deadline', 'source', 'article'] as const;
export type PredictionOrder = (typeof PREDICTION_ORDERS)[number];

export interface PredictionListing {
  workspaceId: string;
  states: readonly PredictionState[];
  order: PredictionOrder;
  descending: boolean;
  today: string;
  limit: number;
  /** The place of the last prediction of the page before. */
  after: PredictionPlace | null;
}

/** Where a prediction stands in a list: the key it is ordered by, its deadline, when it was made, its id. */
export type PredictionPlace = [key: string | null, deadline: string | null, createdAt: string, id: string];

/** A prediction with what a table needs to say where it stands. */
export interface ListedPrediction extends Annotation {
  article: { id: string; title: string; publisher: string | null; publishedAt: string | null };
  outcomeKnownAt: string | null;
}

const VOID = `a.status IN ('condition_not_met', 'unresolvable')`;
const UNDECIDED = `a.status IN ('pending', 'in_review')`;

/** The SQL twin of `predictionStateOf`; $2 is today and $3 the last day that counts as due. A test holds them together. */
const STATE = `CASE WHEN ${VOID} THEN 'void' WHEN NOT (${UNDECIDED}) THEN 'resolved'
  WHEN a.deadline IS NULL THEN 'open' WHEN a.deadline < $2::date THEN 'overdue'
  WHEN a.deadline <= $3::date THEN 'due' ELSE 'open' END`;

const KEYS: Record<PredictionOrder, string> = {
  deadline: 'a.deadline',
  source: `(SELECT lower(so.name) FROM attribution_hop h JOIN source so ON so.id = h.source_id
    WHERE h.annotation_id = a.id AND h.position = 0)`,
  article: 'lower(t.title)',
};

const CONDITION = `a.kind = 'prediction' AND a.layer = 'shared' AND a.deleted_at IS NULL AND t.workspace_id = $1::uuid`;

/** The order beside the key; a prediction without a deadline comes last. */
const REST = `coalesce(a.deadline, 'infinity'), a.created_at, a.id`;

/** What comes after the place in $6…$9: a greater key (a lesser one where descending), else no key, else by the rest. */
function afterPlace(key: string, type: string, descending: boolean): string {
  const rest = `(${REST}) > (coalesce($7::date, 'infinity'), $8::timestamptz, $9::uuid)`;
  return `AND (${key} ${descending ? '<' : '>'} $6::${type} OR (${key} IS NULL AND $6::${type} IS NOT NULL)
    OR (${key} IS NOT DISTINCT FROM $6::${type} AND ${rest}))`;
}

/** Predictions of a workspace in the states asked for, at most `limit + 1`; those without the sort key come last. */
export async function listPredictions(
  db: Database,
  listing: PredictionListing,
): Promise<{ listed: ListedPrediction; place: PredictionPlace }[]> {
  const { workspaceId, states, order, descending, today, limit, after } = listing;
  const key = KEYS[order];
  const select = ANNOTATION_SELECT.replace(
    /\n\s*FROM annotation a /,
    `, t.title, t.publisher, t.published_at::text AS published_at,
      (${key})::text AS sort_key,
      (SELECT v.outcome_known_at::text FROM verification v WHERE v.annotation_id = a.id ORDER BY v.seq DESC LIMIT 1) AS outcome_known_at
    FROM annotation a JOIN article t ON t.id = a.article_id `,
  );
  const rows = await db.$queryRawUnsafe<
    (AnnotationRow & {
      title: string;
      publisher: string | null;
      published_at: string | null;
      outcome_known_at: string | null;
      sort_key: string | null;
    })[]
  >(
    `${select} WHERE ${CONDITION} AND ${STATE} = ANY($4::text[])
     ${after ? afterPlace(key, order === 'deadline' ? 'date' : 'text', descending) : ''}
     ORDER BY ${key} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${REST} LIMIT $5`,
    workspaceId,
    today,
    dayAfter(today, DUE_WITHIN_DAYS),
    [...states],
    limit + 1,
    ...(after ?? []),
  );
  return rows.map((row) => ({
    listed: {
      ...annotationFromRow(row),
      article: {
        id: row.article_id,
        title: row.title,
        publisher: row.publisher,
        publishedAt: row.published_at,
      },
      outcomeKnownAt: row.outcome_known_at,
    },
    place: [row.sort_key, row.deadline, row.created_at, row.id],
  }));
}

/** How many predictions of a workspace stand in each state. */
export async function countPredictions(
  db: Database,
  workspaceId: string,
  today: string,
): Promise<Partial<Record<PredictionState, number>>> {
  const rows = await db.$queryRawUnsafe<{ state: PredictionState; count: bigint }[]>(
    `SELECT ${STATE} AS state, count(*) FROM annotation a JOIN article t ON t.id = a.article_id WHERE ${CONDITION} GROUP BY 1`,
    workspaceId,
    today,
    dayAfter(today, DUE_WITHIN_DAYS),
  );
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}

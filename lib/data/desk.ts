import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import type { DeskCounts, DeskSort } from '@/lib/domain/desk';
import { SOON_WITHIN_DAYS } from '@/lib/domain/due-state';
import { DUE_WITHIN_DAYS, dayAfter } from '@/lib/domain/prediction';
import { TAKEN_FOR } from '@/lib/domain/taken-check';
import type { CheckPriority, DeskGroup, DeskReason, DueState, Kind, Status } from '@/lib/domain/vocabulary';
import { ANNOTATION_SELECT, annotationFromRow, type AnnotationRow } from './annotation-rows';
import { type Database, literal } from './database';
import { LINK_IN_SIGHT } from './in-sight';
import { instant } from './instant';

/** What of the desk is asked for. `userId` is who asks; empty lists stand for nothing that fits, null for everything. */
export interface DeskFilter {
  workspaceId: string;
  userId: string;
  today: string;
  now: Date;
  reasons: readonly DeskReason[] | null;
  kinds: readonly Kind[] | null;
  statuses: readonly Status[] | null;
  priorities: readonly CheckPriority[] | null;
  dueStates: readonly DueState[] | null;
  dueBy: string | null;
  /** Ids of users, and `nobody`. */
  assignees: readonly string[] | null;
  taken: 'me' | 'others' | 'nobody' | null;
  articleId: string | null;
  sourceId: string | null;
  tag: string | null;
  words: string | null;
}

/** Something that waits, with what only the desk says of it. */
export interface WaitingRow {
  annotation: Annotation;
  article: { id: string; title: string; publisher: string | null; publishedAt: string | null };
  reasons: DeskReason[];
  due: string | null;
}

/** The values behind a sort, as text: where a page goes on. */
export type DeskPlace = string[];

const UNDECIDED = `a.status IN ('unverified', 'pending', 'in_review')`;
const DUE = `coalesce(k.due_on, CASE WHEN a.kind = 'prediction' AND ${UNDECIDED} THEN a.deadline END)`;
/** What the desk reckons of each: `due_state` is the SQL twin of `dueStateOf`, `taker` that of `takenNow`. */
const RECKONED = `coalesce(k.priority, 'normal') AS priority,
    CASE k.priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'low' THEN 3 ELSE 2 END AS rank,
    coalesce(k.assignee_id::text, 'nobody') AS assignee,
    CASE WHEN k.seen_at > $5::timestamptz THEN k.taken_by_id END AS taker,
    ${DUE} AS due, coalesce(${DUE}, 'infinity') AS due_or_never,
    CASE WHEN ${DUE} IS NULL THEN 'undated' WHEN ${DUE} < $2::date THEN 'overdue'
      WHEN ${DUE} <= $3::date THEN 'soon' ELSE 'later' END AS due_state`;

const REASON_CONDITIONS: Record<Exclude<DeskReason, 'asked'>, string> = {
  prediction_overdue: `a.kind = 'prediction' AND ${UNDECIDED} AND a.deadline < $2::date`,
  prediction_due: `a.kind = 'prediction' AND ${UNDECIDED} AND a.deadline BETWEEN $2::date AND $4::date`,
  recheck: `a.recheck_since IS NOT NULL`,
  disagreement: `${UNDECIDED} AND disagreement.annotation_id IS NOT NULL`,
  approval: `a.awaiting_id IS NOT NULL`,
  settling: `${UNDECIDED} AND settling.annotation_id IS NOT NULL`,
  correction: `correction.annotation_id IS NOT NULL`,
  question: `d.question = 'open'`,
  orphaned: `a.anchor_state = 'orphaned'`,
  in_review: `a.status = 'in_review' AND a.awaiting_id IS NULL`,
  claim_unverified: `a.kind = 'claim' AND a.status = 'unverified' AND a.claim_checkworthy IS NOT FALSE`,
  quote_unchecked: `a.kind = 'quote' AND a.status = 'unverified'`,
};
/** The likeliest first: what is found to wait needs no further question. */
const WAITS_BY_ITSELF = Object.values(REASON_CONDITIONS)
  .reverse()
  .map((condition) => `(${condition})`)
  .join(' OR ');
const ASKED = `${UNDECIDED} AND (k.assignee_id IS NOT NULL OR k.due_on IS NOT NULL)`;
/** What waits for no other reason was asked for. */
const REASONS = `coalesce(nullif(array_remove(ARRAY[${Object.entries(REASON_CONDITIONS)
  .map(([reason, condition]) => `CASE WHEN ${condition} THEN '${reason}' END`)
  .join(', ')}], NULL), '{}'), ARRAY['asked'])`;
const conditionOf = (reason: DeskReason): string =>
  reason === 'asked' ? `${ASKED} AND (${WAITS_BY_ITSELF}) IS NOT TRUE` : REASON_CONDITIONS[reason];

/**
 * The annotations `a` of the workspace with their articles `t`, and in `why` the reasons and all that the desk reckons. What
 * few annotations have is read once from its own table, so that nothing is looked up for each of the many.
 */
const DESK = `FROM article t JOIN annotation a ON a.article_id = t.id AND a.layer = 'shared' AND a.deleted_at IS NULL
  LEFT JOIN desk_check k ON k.annotation_id = a.id
  LEFT JOIN discussion d ON d.annotation_id = a.id AND d.question = 'open'
  LEFT JOIN (SELECT DISTINCT m.annotation_id FROM proposition_link l JOIN link_side s ON s.link_id = l.id
      JOIN proposition p ON p.id = s.proposition_id AND p.deleted_at IS NULL
      JOIN proposition_member m ON m.proposition_id = p.id AND m.removed_at IS NULL
    WHERE l.workspace_id = $1::uuid AND l.type = 'contradicts' AND l.state = 'confirmed' AND ${LINK_IN_SIGHT}) disagreement ON disagreement.annotation_id = a.id
  LEFT JOIN (SELECT DISTINCT s.annotation_id FROM settling_proposal s JOIN revision r ON r.id = s.revision_id
      JOIN article o ON o.id = r.article_id
    WHERE o.workspace_id = $1::uuid AND s.state = 'proposed') settling ON settling.annotation_id = a.id
  LEFT JOIN (SELECT DISTINCT f.annotation_id FROM correction_request q JOIN fact_check f ON f.id = q.fact_check_id
    WHERE f.workspace_id = $1::uuid AND q.state = 'open') correction ON correction.annotation_id = a.id
  CROSS JOIN LATERAL (SELECT ${REASONS} AS reasons, ${RECKONED}) why`;
const WAITS = `WHERE t.workspace_id = $1::uuid AND (${WAITS_BY_ITSELF} OR (${ASKED}))`;

const circumstances = ({ workspaceId, today, now }: DeskFilter): unknown[] => [
  workspaceId,
  today,
  dayAfter(today, SOON_WITHIN_DAYS),
  dayAfter(today, DUE_WITHIN_DAYS),
  new Date(now.getTime() - TAKEN_FOR),
];

/** The filter as conditions on {@link DESK}, and the values behind its parameters from `$6` on. */
function conditionsFrom(filter: DeskFilter): { conditions: string; values: unknown[] } {
  const values = circumstances(filter);
  const given = (value: unknown): string => `$${values.push(value)}`;
  const isOneOf = (expression: string, words: readonly string[] | null): string | null =>
    words && `${expression} = ANY(${given([...words])}::text[])`;
  const { reasons, articleId, sourceId, tag, words, dueBy } = filter;
  const conditions = [
    reasons && `(${reasons.map((reason) => `(${conditionOf(reason)})`).join(' OR ')})`,
    isOneOf('a.kind', filter.kinds),
    isOneOf('a.status', filter.statuses),
    isOneOf('why.priority', filter.priorities),
    isOneOf('why.due_state', filter.dueStates),
    dueBy && `why.due <= ${given(dueBy)}::date`,
    isOneOf('why.assignee', filter.assignees),
    filter.taken && takenCondition(filter.taken, () => given(filter.userId)),
    articleId && `t.id = ${given(articleId)}::uuid`,
    sourceId &&
      `EXISTS (SELECT 1 FROM attribution_hop h WHERE h.annotation_id = a.id AND h.source_id = ${given(sourceId)}::uuid)`,
    tag && `a.tags @> ARRAY[${given(tag)}]::text[]`,
    words && wordsCondition(given(`%${literal(words)}%`)),
  ].filter(Boolean);
  return { conditions: conditions.join(' AND ') || 'true', values };
}

function takenCondition(taken: NonNullable<DeskFilter['taken']>, me: () => string): string {
  if (taken === 'nobody') return 'why.taker IS NULL';
  return `why.taker ${taken === 'me' ? '=' : '<>'} ${me()}::uuid`;
}

/** The words are looked for once in those of the workspace, and not for each annotation. */
const wordsCondition = (pattern: string): string =>
  `(a.claim_normalized ILIKE ${pattern} OR a.id IN (SELECT b.id FROM article o JOIN annotation b ON b.article_id = o.id
      JOIN anchor_span w ON w.annotation_id = b.id AND w.revision_id = b.revision_id
    WHERE o.workspace_id = $1::uuid AND w.exact ILIKE ${pattern}))`;

/** What the desk is sorted by: the expressions with their types, all of them never null. */
const DUE_FIRST = ['why.due_or_never', 'date'] as const;
const PRESSING_FIRST = ['why.rank', 'int'] as const;
const OLDEST_FIRST = ['a.created_at', 'timestamptz'] as const;
type SortKey = readonly [expression: string, type: string];
const SORTS: Record<DeskSort, { keys: readonly SortKey[]; descending?: true }> = {
  urgency: { keys: [PRESSING_FIRST, DUE_FIRST, OLDEST_FIRST] },
  due: { keys: [DUE_FIRST, PRESSING_FIRST, OLDEST_FIRST] },
  oldest: { keys: [OLDEST_FIRST] },
  newest: { keys: [OLDEST_FIRST], descending: true },
  article: { keys: [['lower(t.title)', 'text'], ['t.id', 'uuid'], OLDEST_FIRST] },
};

/** The keys of a sort; the id decides among equals. */
const keysOf = (sort: DeskSort): readonly SortKey[] => [...SORTS[sort].keys, ['a.id', 'uuid']];

function orderOf(sort: DeskSort): string {
  const direction = SORTS[sort].descending ? ' DESC' : '';
  return keysOf(sort)
    .map(([key]) => `${key}${direction}`)
    .join(', ');
}

const asText = ([key, type]: SortKey): string => (type === 'timestamptz' ? instant(key) : `(${key})::text`);

/** At most `limit + 1` of what waits and fits, each with its place in the order. Two queries: read them in one snapshot. */
export async function listWaiting(
  db: Database,
  filter: DeskFilter,
  { sort, limit, after }: { sort: DeskSort; limit: number; after: DeskPlace | null },
): Promise<(WaitingRow & { place: DeskPlace })[]> {
  const { conditions, values } = conditionsFrom(filter);
  const keys = keysOf(sort);
  const isAfter =
    after &&
    `AND (${keys.map(([key]) => key).join(', ')}) ${SORTS[sort].descending ? '<' : '>'}
       (${keys.map(([, type], i) => `$${values.push(after[i])}::${type}`).join(', ')})`;
  const found = await db.$queryRawUnsafe<{ id: string; place: DeskPlace }[]>(
    `SELECT a.id, ARRAY[${keys.map(asText).join(', ')}] AS place
     ${DESK} ${WAITS} AND ${conditions} ${isAfter ?? ''} ORDER BY ${orderOf(sort)} LIMIT $${values.push(limit + 1)}`,
    ...values,
  );
  const rows = await readRows(db, filter, found);
  return found.flatMap(({ id, place }) => {
    const row = rows.get(id);
    return row ? [{ ...row, place }] : [];
  });
}

type ArticleColumns = { title: string; publisher: string | null; published_at: string | null };

/** All there is to show of what was found, by id; what has been decided in the meantime is left out. */
async function readRows(
  db: Database,
  filter: DeskFilter,
  found: readonly { id: string }[],
): Promise<Map<string, WaitingRow>> {
  const ids = [...new Set(found.map(({ id }) => id))];
  const reckoned = await db.$queryRawUnsafe<{ id: string; reasons: DeskReason[]; due: string | null }[]>(
    `SELECT a.id, why.reasons, why.due::text AS due ${DESK} ${WAITS} AND a.id = ANY($6::uuid[])`,
    ...circumstances(filter),
    ids,
  );
  const select = ANNOTATION_SELECT.replace(
    /\n\s*FROM annotation a /,
    `, t.title, t.publisher, t.published_at::text AS published_at FROM annotation a JOIN article t ON t.id = a.article_id `,
  );
  const rows = await db.$queryRawUnsafe<(AnnotationRow & ArticleColumns)[]>(
    `${select} WHERE a.id = ANY($1::uuid[])`,
    ids,
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    reckoned.flatMap(({ id, ...standing }) => {
      const row = known.get(id);
      return row ? [[id, { ...waitingFromRow(row), ...standing }] as const] : [];
    }),
  );
}

const waitingFromRow = (row: AnnotationRow & ArticleColumns): Pick<WaitingRow, 'annotation' | 'article'> => ({
  annotation: annotationFromRow(row),
  article: { id: row.article_id, title: row.title, publisher: row.publisher, publishedAt: row.published_at },
});

/** The groups that something belongs to: several where it waits for several reasons. */
const GROUP_KEYS: Record<DeskGroup, string> = {
  status: 'ARRAY[a.status]',
  reason: 'why.reasons',
  priority: 'ARRAY[why.priority]',
  due: 'ARRAY[why.due_state]',
  assignee: 'ARRAY[why.assignee]',
  kind: 'ARRAY[a.kind]',
  article: 'ARRAY[t.id::text]',
};
const GROUP_NAMES: Partial<Record<DeskGroup, string>> = {
  assignee: '(SELECT u.name FROM app_user u WHERE u.id::text = x.key)',
  article: '(SELECT n.title FROM article n WHERE n.id::text = x.key)',
};

/** Groups that one answer has at most: those with the most. */
export const MOST_GROUPS = 50;

export interface WaitingGroup {
  key: string;
  name: string | null;
  count: number;
  rows: WaitingRow[];
}

/** What waits and fits in groups, each with its count and its first `perGroup`. In no order: that is for the vocabulary to say. */
export async function listWaitingGroups(
  db: Database,
  filter: DeskFilter,
  { group, sort, perGroup }: { group: DeskGroup; sort: DeskSort; perGroup: number },
): Promise<WaitingGroup[]> {
  const { conditions, values } = conditionsFrom(filter);
  const found = await db.$queryRawUnsafe<{ id: string; key: string; name: string | null; count: number }[]>(
    `SELECT x.key, ${GROUP_NAMES[group] ?? 'NULL::text'} AS name, x.count::int AS count, x.id
     FROM (SELECT *, dense_rank() OVER (ORDER BY g.count DESC, g.key) AS nth
       FROM (SELECT g.key, a.id, count(*) OVER (PARTITION BY g.key) AS count,
           row_number() OVER (PARTITION BY g.key ORDER BY ${orderOf(sort)}) AS position
         ${DESK} CROSS JOIN LATERAL unnest(${GROUP_KEYS[group]}) AS g(key) ${WAITS}
           AND ${conditions}) g WHERE g.position <= $${values.push(perGroup)}) x
     WHERE x.nth <= ${MOST_GROUPS} ORDER BY x.key, x.position`,
    ...values,
  );
  const rows = await readRows(db, filter, found);
  const groups = new Map<string, WaitingGroup>();
  for (const { key, name, count, id } of found) {
    const held = groups.get(key) ?? { key, name, count, rows: [] };
    const row = rows.get(id);
    if (row) held.rows.push(row);
    groups.set(key, held);
  }
  return [...groups.values()];
}

/** How much waits in the workspace, and of it how much fits. */
export async function countWaiting(db: Database, filter: DeskFilter): Promise<DeskCounts> {
  const { conditions, values } = conditionsFrom(filter);
  const [row] = await db.$queryRawUnsafe<DeskCounts[]>(
    `SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE why.due_state = 'overdue'))::int AS overdue,
       (count(*) FILTER (WHERE k.assignee_id = $${values.push(filter.userId)}::uuid))::int AS mine,
       (count(*) FILTER (WHERE ${conditions}))::int AS fitting
     ${DESK} ${WAITS}`,
    ...values,
  );
  return row!;
}

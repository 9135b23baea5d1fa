import 'server-only';
import { type Annotation } from '@/lib/domain/annotation';
import type { Check } from '@/lib/domain/check';
import type { Discussion } from '@/lib/domain/discussion';
import { NO_DISCUSSION } from '@/lib/domain/no-discussion';
import type { Threshold } from '@/lib/domain/threshold';
import type { Tracking } from '@/lib/domain/tracking';
import type {
  AnchorState,
  Basis,
  ConditionState,
  Kind,
  Polarity,
  QuestionState,
  QuoteForm,
  Status,
} from '@/lib/domain/vocabulary';
import { CHECK_JSON } from './check-json';
import type { Database } from './database';
import { instant } from './instant';

/** Columns and joins that make one row per annotation, with its spans and attribution as JSON. */
export const ANNOTATION_SELECT = `
  SELECT a.id, a.article_id, a.revision_id, a.layer, a.kind, a.status, a.anchor_state, a.recheck_since, a.tags,
    a.attributes, guideline.number AS guideline_version, a.author_id, author.name AS author_name, a.version, a.seq,
    ${instant('a.created_at')} AS created_at, ${instant('a.updated_at')} AS updated_at, ${instant('a.deleted_at')} AS deleted_at,
    a.claim_normalized, a.claim_checkworthy, a.claim_judged_as_of::text AS claim_judged_as_of, a.quote_form, a.horizon_text, a.deadline::text AS deadline, a.condition,
    a.likelihood_words, a.probability, a.criteria,
    a.deadline_basis, a.deadline_earliest::text AS deadline_earliest, a.polarity, a.threshold, a.condition_state,
    ${instant('a.criteria_written_at')} AS criteria_written_at, ${instant('a.criteria_locked_at')} AS criteria_locked_at,
    (SELECT json_build_object('id', locker.id, 'name', locker.name) FROM app_user locker
      WHERE locker.id = a.criteria_locked_by_id) AS criteria_locked_by, a.criteria_unlocked_because,
    CASE WHEN a.awaiting_id IS NOT NULL THEN (SELECT json_build_object('verificationId', w.id, 'status', w.status,
        'verifier', json_build_object('id', wu.id, 'name', wu.name))
      FROM verification w JOIN app_user wu ON wu.id = w.verifier_id WHERE w.id = a.awaiting_id) END AS awaiting,
    d.comments, d.open_threads, d.question, ${instant('d.last_comment_at')} AS last_comment_at, d.last_comment_seq,
    d.seq AS discussion_seq,
    ${CHECK_JSON} AS desk_check,
    (SELECT json_agg(json_build_object('start', s.start_cp, 'end', s.end_cp, 'exact', s.exact, 'prefix', s.prefix,
        'suffix', s.suffix) ORDER BY s.position)
      FROM anchor_span s WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id) AS spans,
    (SELECT json_agg(json_build_object('source', json_build_object('id', so.id, 'name', so.name, 'type', so.type),
        'cue', h.cue, 'mode', h.mode,
        'cueSpan', CASE WHEN h.cue_exact IS NOT NULL AND h.spans_revision_id = a.revision_id
          THEN json_build_object('start', h.cue_start_cp, 'end', h.cue_end_cp, 'exact', h.cue_exact) END,
        'nameSpan', CASE WHEN h.name_exact IS NOT NULL AND h.spans_revision_id = a.revision_id
          THEN json_build_object('start', h.name_start_cp, 'end', h.name_end_cp, 'exact', h.name_exact) END,
        'recordedAs', CASE WHEN h.recorded_id IS NOT NULL OR h.named_as IS NOT NULL THEN (SELECT
          json_build_object('id', named.id, 'name', coalesce(h.named_as, named.name))
          FROM source named WHERE named.id = coalesce(h.recorded_id, h.source_id)) END) ORDER BY h.position)
      FROM attribution_hop h JOIN source so ON so.id = h.source_id WHERE h.annotation_id = a.id) AS attribution
  FROM annotation a JOIN app_user author ON author.id = a.author_id
    LEFT JOIN discussion d ON d.annotation_id = a.id
    LEFT JOIN guideline ON guideline.id = a.guideline_id`;

export interface AnnotationRow {
  id: string;
  article_id: string;
  revision_id: string;
  layer: string;
  kind: Kind;
  status: Status;
  anchor_state: AnchorState;
  recheck_since: number | null;
  tags: string[];
  attributes: Annotation['attributes'];
  guideline_version: number | null;
  author_id: string;
  author_name: string;
  version: number;
  seq: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  claim_normalized: string | null;
  claim_checkworthy: boolean | null;
  claim_judged_as_of: string | null;
  quote_form: QuoteForm | null;
  horizon_text: string | null;
  deadline: string | null;
  condition: string | null;
  likelihood_words: string | null;
  probability: number | null;
  criteria: string | null;
  deadline_basis: Basis | null;
  deadline_earliest: string | null;
  polarity: Polarity | null;
  threshold: Threshold | null;
  condition_state: ConditionState | null;
  criteria_written_at: string | null;
  criteria_locked_at: string | null;
  criteria_locked_by: { id: string; name: string } | null;
  criteria_unlocked_because: string | null;
  /** Null, as what follows it, where nobody has said anything. */
  comments: number | null;
  open_threads: number | null;
  question: QuestionState | null;
  last_comment_at: string | null;
  last_comment_seq: number | null;
  discussion_seq: number | null;
  awaiting: NonNullable<Annotation['awaiting']> | null;
  desk_check: Check | null;
  spans: Annotation['spans'] | null;
  attribution: Annotation['attribution'] | null;
}

/** The annotation that a row of {@link ANNOTATION_SELECT} stands for. */
export function annotationFromRow(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    articleId: row.article_id,
    revisionId: row.revision_id,
    layer: row.layer,
    kind: row.kind,
    spans: row.spans ?? [],
    status: row.status,
    attribution: row.attribution ?? [],
    ...(row.kind === 'claim' && {
      claim: {
        normalized: row.claim_normalized,
        checkworthy: row.claim_checkworthy,
        judgedAsOf: row.claim_judged_as_of,
      },
    }),
    ...(row.kind === 'quote' && { quote: { form: row.quote_form } }),
    ...(row.kind === 'prediction' && {
      prediction: {
        horizonText: row.horizon_text,
        deadline: row.deadline,
        condition: row.condition,
        likelihoodWords: row.likelihood_words,
        probability: row.probability,
        criteria: row.criteria,
        deadlineBasis: row.deadline === null ? null : (row.deadline_basis ?? 'editor'),
        deadlineEarliest: row.deadline_earliest,
        polarity: row.polarity,
        threshold: row.threshold && thresholdFromJson(row.threshold),
      },
      tracking: trackingFromRow(row),
    }),
    tags: row.tags,
    attributes: row.attributes,
    guidelineVersion: row.guideline_version,
    author: { id: row.author_id, name: row.author_name },
    version: row.version,
    seq: row.seq,
    anchor: row.anchor_state,
    recheck: row.recheck_since === null ? null : { sinceRevision: row.recheck_since },
    ...(row.awaiting && { awaiting: row.awaiting }),
    discussion: discussionFromRow(row),
    ...(row.desk_check && { check: row.desk_check }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

/** The database does not keep the order of keys, so it is made here. */
const thresholdFromJson = ({ quantity, comparator, value, upper, unit }: Threshold): Threshold => ({
  quantity,
  comparator,
  value,
  upper,
  unit,
});

/** A prediction that was settled for its condition has one that was not met, also where nobody decided on that alone. */
const trackingFromRow = (row: AnnotationRow): Tracking => ({
  condition:
    row.condition === null
      ? null
      : (row.condition_state ?? (row.status === 'condition_not_met' ? 'not_met' : 'open')),
  criteriaWrittenAt: row.criteria_written_at,
  criteriaLock:
    row.criteria_locked_at === null ? null : { lockedAt: row.criteria_locked_at, by: row.criteria_locked_by },
  criteriaUnlockedBecause: row.criteria_unlocked_because,
});

const discussionFromRow = (row: AnnotationRow): Discussion =>
  row.comments === null
    ? NO_DISCUSSION
    : {
        comments: row.comments,
        openThreads: row.open_threads!,
        question: row.question,
        lastCommentAt: row.last_comment_at,
        lastCommentSeq: row.last_comment_seq!,
        seq: row.discussion_seq!,
      };

/** Annotations that satisfy a condition on `a`, in the order given. `condition` is SQL with `$1…` for the values. */
export async function selectAnnotations(
  db: Database,
  condition: string,
  values: readonly unknown[],
): Promise<Annotation[]> {
  const rows = await db.$queryRawUnsafe<AnnotationRow[]>(`${ANNOTATION_SELECT} ${condition}`, ...values);
  return rows.map(annotationFromRow);
}

export async function findAnnotation(db: Database, id: string): Promise<Annotation | null> {
  const [annotation] = await selectAnnotations(db, 'WHERE a.id = $1::uuid', [id]);
  return annotation ?? null;
}

/** An annotation that this very transaction or request has written; its absence is a bug. */
export async function requireStoredAnnotation(db: Database, id: string): Promise<Annotation> {
  const annotation = await findAnnotation(db, id);
  if (!annotation) throw new Error(`annotation ${id} vanished`);
  return annotation;
}

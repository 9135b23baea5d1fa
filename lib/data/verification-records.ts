import 'server-only';
import { instant } from './instant';

/** A piece of `evidence e` as the pairs of a JSON object. */
export const EVIDENCE_PAIRS = `'stance', e.stance, 'url', e.url, 'excerpt', e.excerpt, 'articleId', e.article_id,
  'revisionId', e.revision_id, 'span', CASE WHEN e.start_cp IS NULL OR e.end_cp IS NULL THEN NULL
    ELSE json_build_object('start', e.start_cp, 'end', e.end_cp) END,
  'origin', e.origin, 'captureId', e.capture_id,
  'annotationId', (SELECT o.id FROM annotation o WHERE o.id = e.annotation_id AND o.deleted_at IS NULL)`;
/** The columns of a decision: of `verification v`, whose `verifier` is joined. */
export const VERIFICATION = `v.id, v.annotation_id AS "annotationId", v.revision_id AS "revisionId", v.status, v.rationale,
  v.searches, v.criteria, v.criteria_post_hoc AS "criteriaPostHoc", v.outcome_known_at::text AS "outcomeKnownAt",
  json_build_object('id', verifier.id, 'name', verifier.name) AS verifier, v.seq, v.rule,
  (SELECT json_build_object('id', other.id, 'name', other.name) FROM app_user other WHERE other.id = v.resolved_with_id)
    AS "resolvedWith",
  CASE WHEN v.needs_approval THEN (SELECT json_build_object('state', coalesce(said.outcome,
      CASE WHEN EXISTS (SELECT 1 FROM annotation w WHERE w.awaiting_id = v.id) THEN 'awaiting' ELSE 'lapsed' END),
      'by', CASE WHEN sayer.id IS NOT NULL THEN json_build_object('id', sayer.id, 'name', sayer.name) END,
      'reason', nullif(said.reason, ''), 'at', ${instant('said.created_at')})
    FROM (SELECT 1) one LEFT JOIN approval said ON said.verification_id = v.id
      LEFT JOIN app_user sayer ON sayer.id = said.actor_id) END AS approval,
  CASE WHEN v.corrects_id IS NOT NULL THEN json_build_object('of', v.corrects_id, 'reason', v.correction_reason) END AS correction,
  CASE WHEN v.error_hop = -1 THEN '"reporter"'::jsonb
    ELSE to_jsonb(v.error_hop) END AS "errorHop",
  (SELECT json_build_object('id', blamed.id, 'name', blamed.name, 'type', blamed.type) FROM source blamed
    WHERE blamed.id = v.error_source_id) AS "errorSource",
  ${instant('v.created_at')} AS "createdAt"`;

/** One row for each decision on an annotation that satisfies a condition on `a`, by time. */
export const verificationRecordsWhere = (condition: string): string =>
  `SELECT ${VERIFICATION},
       (SELECT coalesce(json_agg(json_build_object(${EVIDENCE_PAIRS}) ORDER BY e.position), '[]')
         FROM evidence e WHERE e.verification_id = v.id) AS evidence
     FROM verification v JOIN app_user verifier ON verifier.id = v.verifier_id JOIN annotation a ON a.id = v.annotation_id
     WHERE ${condition} ORDER BY v.created_at, v.id`;

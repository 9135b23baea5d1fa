import 'server-only';
import type { ExportedConditionDecision, ExportedSubmission } from '@/lib/export/records';
import { instant } from './instant';
import type { SelectionSql } from './selection';
import type { Snapshot } from './snapshot';
import { streamed } from './streamed-rows';

/** The decisions on conditions of what is exported. */
export const readConditionDecisions = (
  snapshot: Snapshot,
  { annotations, values }: SelectionSql,
): AsyncIterable<ExportedConditionDecision> =>
  streamed(
    snapshot,
    `SELECT d.id, d.annotation_id AS "annotationId", d.condition, d.state, d.rationale, d.evidence, d.searches,
       d.known_at::text AS "knownAt", d.verification_id AS "verificationId",
       json_build_object('id', u.id, 'name', u.name) AS "decidedBy", d.seq, ${instant('d.created_at')} AS "createdAt"
     FROM condition_decision d JOIN app_user u ON u.id = d.decided_by_id JOIN annotation a ON a.id = d.annotation_id
     WHERE ${annotations} ORDER BY d.created_at, d.id`,
    [...values],
  );

/** What resolvers submitted, once a decision has come of it: until then it is nobody else's to see. */
export const readSettledSubmissions = (
  snapshot: Snapshot,
  { annotations, values }: SelectionSql,
): AsyncIterable<ExportedSubmission> =>
  streamed(
    snapshot,
    `SELECT s.id, s.annotation_id AS "annotationId", s.verification_id AS "verificationId", s.resolution,
       json_build_object('id', u.id, 'name', u.name) AS resolver, ${instant('s.created_at')} AS "createdAt"
     FROM resolution_submission s JOIN app_user u ON u.id = s.resolver_id JOIN annotation a ON a.id = s.annotation_id
     WHERE ${annotations} AND s.verification_id IS NOT NULL ORDER BY s.created_at, s.id`,
    [...values],
  );

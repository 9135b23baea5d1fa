import 'server-only';
import type { ConditionDecision } from '@/lib/domain/condition-decision';
import type { ConditionState } from '@/lib/domain/vocabulary';
import { dateFromDay } from './articles';
import type { Database } from './database';
import { instant } from './instant';
import type { EvidenceRow } from './verifications';

export interface NewConditionDecisionRow {
  id: string;
  annotationId: string;
  condition: string;
  state: ConditionState;
  rationale: string;
  evidence: readonly EvidenceRow[];
  searches: string[];
  knownAt: string | null;
  verificationId: string | null;
  decidedById: string;
  requestHash: string;
  seq: number;
  now: Date;
}

export async function insertConditionDecision(tx: Database, row: NewConditionDecisionRow): Promise<void> {
  const { now, knownAt, evidence, ...decision } = row;
  await tx.conditionDecision.create({
    data: {
      ...decision,
      evidence: evidence.map((item) => ({ ...item, span: item.span && { ...item.span } })),
      knownAt: dateFromDay(knownAt),
      createdAt: now,
    },
  });
}

const SELECT = `SELECT d.id, d.annotation_id AS "annotationId", d.condition, d.state, d.rationale,
    (SELECT coalesce(json_agg(json_build_object('stance', e->'stance', 'url', e->'url', 'excerpt', e->'excerpt',
        'articleId', e->'articleId', 'revisionId', e->'revisionId', 'span', e->'span', 'annotationId', e->'annotationId',
        'articleTitle', (SELECT t.title FROM article t WHERE t.id = (e->>'articleId')::uuid)) ORDER BY n), '[]')
      FROM jsonb_array_elements(d.evidence) WITH ORDINALITY AS given(e, n)) AS evidence,
    d.searches, d.known_at::text AS "knownAt", d.verification_id AS "verificationId",
    json_build_object('id', u.id, 'name', u.name) AS "decidedBy", d.seq, ${instant('d.created_at')} AS "createdAt"
  FROM condition_decision d JOIN app_user u ON u.id = d.decided_by_id`;

/** The decisions on a prediction's condition, the oldest first. */
export const listConditionDecisions = (db: Database, annotationId: string): Promise<ConditionDecision[]> =>
  db.$queryRawUnsafe<ConditionDecision[]>(
    `${SELECT} WHERE d.annotation_id = $1::uuid ORDER BY d.seq`,
    annotationId,
  );

/** A decision by its id, with the hash of the request that made it. */
export async function findConditionDecision(
  db: Database,
  id: string,
): Promise<{ decision: ConditionDecision; requestHash: string } | null> {
  const [decision] = await db.$queryRawUnsafe<ConditionDecision[]>(`${SELECT} WHERE d.id = $1::uuid`, id);
  if (!decision) return null;
  const row = await db.conditionDecision.findUniqueOrThrow({ where: { id }, select: { requestHash: true } });
  return { decision, requestHash: row.requestHash };
}

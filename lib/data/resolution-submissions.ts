import 'server-only';
import type { SubmittedResolution } from '@/lib/domain/resolution';
import type { Database, Prisma } from './database';
import { instant } from './instant';
import type { EvidenceRow } from './verifications';

/** What a resolver decided, with its evidence as it is stored. */
export type ResolutionContent = Pick<
  SubmittedResolution,
  'status' | 'rationale' | 'searches' | 'criteria' | 'outcomeKnownAt'
> & { evidence: EvidenceRow[] };

export interface ResolutionSubmission {
  id: string;
  annotationId: string;
  resolver: { id: string; name: string };
  resolution: ResolutionContent;
  requestHash: string;
  verificationId: string | null;
  createdAt: string;
  withdrawnAt: string | null;
}

export async function insertSubmission(
  tx: Database,
  row: {
    id: string;
    annotationId: string;
    resolverId: string;
    resolution: ResolutionContent;
    requestHash: string;
    now: Date;
  },
): Promise<void> {
  const { now, resolution, ...submission } = row;
  await tx.resolutionSubmission.create({
    data: { ...submission, resolution: resolution as unknown as Prisma.InputJsonValue, createdAt: now },
  });
}

const SELECT = `SELECT s.id, s.annotation_id AS "annotationId", json_build_object('id', u.id, 'name', u.name) AS resolver,
    s.resolution, s.request_hash AS "requestHash", s.verification_id AS "verificationId",
    ${instant('s.created_at')} AS "createdAt", ${instant('s.withdrawn_at')} AS "withdrawnAt"
  FROM resolution_submission s JOIN app_user u ON u.id = s.resolver_id`;

/** SQL that is true of a submission `s` that counts: not withdrawn, not settled, and nothing was decided since. */
export const IS_WAITING = `s.verification_id IS NULL AND s.withdrawn_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM verification later WHERE later.annotation_id = s.annotation_id AND later.created_at > s.created_at
    AND later.status NOT IN ('pending', 'in_review'))`;

/** The submissions on a prediction that nothing has come of yet, the first one first: at most two. */
export const listWaitingSubmissions = (db: Database, annotationId: string): Promise<ResolutionSubmission[]> =>
  db.$queryRawUnsafe<ResolutionSubmission[]>(
    `${SELECT} WHERE s.annotation_id = $1::uuid AND ${IS_WAITING} ORDER BY s.created_at, s.id`,
    annotationId,
  );

export async function findSubmission(db: Database, id: string): Promise<ResolutionSubmission | null> {
  const [row] = await db.$queryRawUnsafe<ResolutionSubmission[]>(`${SELECT} WHERE s.id = $1::uuid`, id);
  return row ?? null;
}

/** Takes somebody's own submissions back, those too that count no longer. Answers how many there were. */
export async function withdrawSubmissions(
  tx: Database,
  annotationId: string,
  resolverId: string,
  now: Date,
): Promise<number> {
  const { count } = await tx.resolutionSubmission.updateMany({
    where: { annotationId, resolverId, verificationId: null, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return count;
}

/** Tells which decision came of submissions. */
export async function settleSubmissions(
  tx: Database,
  ids: readonly string[],
  verificationId: string,
): Promise<void> {
  await tx.resolutionSubmission.updateMany({ where: { id: { in: [...ids] } }, data: { verificationId } });
}

/** The days on which earlier resolutions say that the outcome became known. */
export async function listOutcomeDays(db: Database, annotationId: string): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ day: string }[]>(
    `SELECT v.outcome_known_at::text AS day FROM verification v
     WHERE v.annotation_id = $1::uuid AND v.outcome_known_at IS NOT NULL AND v.status NOT IN ('pending', 'in_review')
       AND v.rule IS DISTINCT FROM 'condition'`,
    annotationId,
  );
  return rows.map(({ day }) => day);
}

import 'server-only';
import type { ApprovalOutcome, Status } from '@/lib/domain/vocabulary';
import type { Database } from './database';

export interface ApprovalRow {
  verificationId: string;
  outcome: ApprovalOutcome;
  reason: string;
  requestHash: string;
  actorId: string;
  seq: number;
  now: Date;
}

export async function insertApproval(tx: Database, { now, ...row }: ApprovalRow): Promise<void> {
  await tx.approval.create({ data: { ...row, createdAt: now } });
}

export async function findApproval(
  db: Database,
  verificationId: string,
): Promise<{ outcome: string; actorId: string } | null> {
  return db.approval.findUnique({ where: { verificationId }, select: { outcome: true, actorId: true } });
}

/** What was said to the decisions on an annotation, by the number of the event that recorded it. */
export async function listApprovals(
  db: Database,
  annotationId: string,
): Promise<Map<number, { verificationId: string; status: Status; reason: string | null }>> {
  const rows = await db.approval.findMany({
    where: { verification: { annotationId } },
    select: { seq: true, verificationId: true, reason: true, verification: { select: { status: true } } },
  });
  return new Map(
    rows.map(({ seq, verificationId, reason, verification }) => [
      seq,
      { verificationId, status: verification.status as Status, reason: reason || null },
    ]),
  );
}

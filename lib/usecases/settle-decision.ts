import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { updateAnnotation } from '@/lib/data/annotations';
import { findApproval, insertApproval } from '@/lib/data/approvals';
import { database, type Database } from '@/lib/data/database';
import { findEventBefore } from '@/lib/data/events';
import { insertNotifications } from '@/lib/data/notifications';
import { findSeqOfVerification, findVerification } from '@/lib/data/verifications';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import type { Annotation } from '@/lib/domain/annotation';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Verification } from '@/lib/domain/verification';
import { type ApprovalOutcome, isDecided, type Status, STATUSES } from '@/lib/domain/vocabulary';
import type { AnnotationAccess } from './access';
import { changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { requestHash } from './request-hash';

/** A decision with what was said to it, and the annotation as it stands since. */
export interface Settled {
  verification: Verification;
  annotation: Annotation;
  outcome: 'recorded' | 'unchanged';
}

/**
 * Records what the second pair of eyes says to the decision that waits. An approved one is in force from now on; a declined
 * one stays in the list with the reason, its author is told, and the annotation has the status again that it had before.
 * The same answer of the same person again changes nothing.
 */
export async function settleDecision(
  context: Context,
  access: AnnotationAccess & { verification: Verification },
  { outcome, reason }: { outcome: ApprovalOutcome; reason: string },
): Promise<Result<Settled, Failure>> {
  const { annotationId, workspace, verification: decision } = access;
  const db = database();
  const actorId = context.actor.userId;
  const given = await findApproval(db, decision.id);
  if (given) {
    if (given.outcome !== outcome || given.actorId !== actorId) return err(settledAlready);
    return ok({
      verification: decision,
      annotation: await requireStoredAnnotation(db, annotationId),
      outcome: 'unchanged',
    });
  }
  const hash = requestHash({ verificationId: decision.id, outcome, reason, actorId });
  const type = outcome === 'approved' ? 'decision_approved' : 'decision_declined';
  const told = outcome === 'declined' ? [decision.verifier.id] : [];
  const changed = await changeAnnotation(
    context,
    access,
    { type, base: null, hash },
    async (tx, { before, version, seq }) => {
      if (before.awaiting?.verificationId !== decision.id || before.deletedAt)
        return err((await findApproval(tx, decision.id)) ? settledAlready : waitsNoMore);
      if (!(STATUSES[before.kind] as readonly Status[]).includes(decision.status)) return err(waitsNoMore);
      await insertApproval(tx, {
        verificationId: decision.id,
        outcome,
        reason,
        requestHash: hash,
        actorId,
        seq,
        now: context.now,
      });
      await updateAnnotation(tx, annotationId, {
        version,
        seq,
        now: context.now,
        awaitingId: null,
        ...(outcome === 'approved'
          ? { status: decision.status, recheckSince: null }
          : { status: await statusBefore(tx, access.articleId, before, decision.seq) }),
      });
      await insertNotifications(
        tx,
        { workspaceId: workspace.id, annotationId, comment: null, actorId, now: context.now },
        told.map((userId) => ({ id: context.newId(), userId, kind: 'decision_declined' })),
      );
      return ok(null);
    },
  );
  if (!changed.ok) return changed;
  announceNotices(told);
  const verification = await findVerification(db, decision.id);
  return ok({ verification: verification!, annotation: changed.value, outcome: 'recorded' });
}

/** The status that an annotation had before it began to wait; in review where nothing was decided or the words changed. */
async function statusBefore(tx: Database, articleId: string, now: Annotation, seq: number): Promise<Status> {
  let before = await findEventBefore(tx, articleId, seq);
  while (before?.awaiting) {
    const earlier = await findSeqOfVerification(tx, before.awaiting.verificationId);
    before = earlier === null ? null : await findEventBefore(tx, articleId, earlier);
  }
  const isSame = before?.kind === now.kind && now.anchor !== 'orphaned' && !now.recheck;
  return isSame && isDecided(before!.status) ? before!.status : 'in_review';
}

const settledAlready: Failure = {
  code: 'already_settled',
  message: 'Somebody has already approved or declined this decision. Nothing was changed.',
};
const waitsNoMore: Failure = {
  code: 'not_awaiting',
  message:
    'This decision does not wait for approval (any more): something else has happened to the annotation since. Look at it again.',
};

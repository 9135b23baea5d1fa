import 'server-only';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { updateAnnotation } from '@/lib/data/annotations';
import { listOwnArticleIds } from '@/lib/data/articles';
import { findConditionDecision, insertConditionDecision } from '@/lib/data/condition-decisions';
import { databaseFor } from '@/lib/data/blind-reading';
import { database, isTakenId, type Prisma } from '@/lib/data/database';
import { type EvidenceRow, insertVerification } from '@/lib/data/verifications';
import type { Annotation } from '@/lib/domain/annotation';
import {
  type ConditionDecision,
  type NewConditionDecision,
  newConditionDecisionSchema,
} from '@/lib/domain/condition-decision';
import { parseInput } from '@/lib/domain/parse-input';
import { canVerify } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { checkVerification } from '@/lib/domain/verification-check';
import { firstStatusOf, type Status } from '@/lib/domain/vocabulary';
import { requireAnnotation } from './access';
import { type Change, changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { foundSources } from './found-sources';
import { noteCaptures } from './note-captures';
import { requestHash } from './request-hash';
import { storedEvidence } from './stored-evidence';
import { requireVersion } from './version-guard';

export interface ConditionDecided {
  decision: ConditionDecision;
  annotation: Annotation;
  outcome: 'recorded' | 'unchanged';
}

/**
 * Records whether a prediction's condition came about. Append-only. By rule a condition that was not met settles the
 * prediction as `condition_not_met`, with the same evidence; when that is taken back the prediction is pending again.
 */
export async function decideCondition(
  context: Context,
  input: { id: string; body: unknown; ifMatch?: string | null | undefined },
): Promise<Result<ConditionDecided, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  const body = parseInput(newConditionDecisionSchema, input.body);
  if (!body.ok) return body;
  const base = input.ifMatch ? requireVersion(input.ifMatch) : ok(null);
  if (!base.ok) return base;
  const { annotationId, articleId, workspace } = access.value;
  const request = body.value;
  const db = databaseFor(access.value);
  const id = request.id ?? context.newId();
  const hash = requestHash({ ...request, id });
  if (request.id && (await findConditionDecision(db, id))) return answerRepeated(annotationId, id, hash);

  const evidence = await storedEvidence(db, workspace.id, request.evidence);
  if (!evidence.ok) return evidence;
  const today = dayIn(workspace.timeZone, context.now);
  const ownArticleIds = await listOwnArticleIds(db, articleId);
  const origin = await foundSources(db, access.value, {
    status: 'condition_not_met',
    evidence: evidence.value,
  });
  const change = { type: 'condition_decided', base: base.value, hash } as const;
  const changed = await changeAnnotation(context, access.value, change, async (tx, step) => {
    const allowed = checkDecision(step.before, request, origin.evidence, { today, ownArticleIds });
    if (!allowed.ok) return allowed;
    const kept = await noteCaptures(tx, context, access.value, { hash, evidence: evidence.value });
    const made = await recordByRule(tx, context, step, { annotationId, request, evidence: kept, today });
    await insertConditionDecision(tx, {
      id,
      annotationId,
      condition: step.before.prediction!.condition!,
      state: request.state,
      rationale: request.rationale,
      evidence: kept,
      searches: request.searches,
      knownAt: request.state === 'open' ? null : (request.knownAt ?? today),
      verificationId: made?.verificationId ?? null,
      decidedById: context.actor.userId,
      requestHash: hash,
      seq: step.seq,
      now: context.now,
    });
    await updateAnnotation(tx, annotationId, {
      version: step.version,
      seq: step.seq,
      now: context.now,
      tracking: { conditionState: request.state },
      ...(made && { status: made.status, recheckSince: null }),
    });
    return ok(null);
  }).catch((error: unknown) => {
    // The same request arrived twice at once, and the other one was first.
    if (isTakenId(error, 'condition_decision')) return null;
    throw error;
  });
  if (!changed) return answerRepeated(annotationId, id, hash);
  if (!changed.ok) return changed;
  const recorded = await findConditionDecision(db, id);
  if (!recorded) throw new Error(`condition decision ${id} vanished`);
  return ok({ decision: recorded.decision, annotation: changed.value, outcome: 'recorded' });
}

/** There is a condition to decide on, and what a decision must carry is there: the rules of any other decision. */
function checkDecision(
  before: Annotation,
  request: NewConditionDecision,
  evidence: readonly EvidenceRow[],
  { today, ownArticleIds }: { today: string; ownArticleIds: ReadonlySet<string> },
): Result<null, Failure> {
  if (before.deletedAt)
    return err({
      code: 'deleted',
      message: 'This annotation was deleted. Restore it before you decide on its condition.',
      current: before,
    });
  if (!before.prediction?.condition)
    return err({
      code: 'condition_missing',
      message: 'This prediction has no condition to decide on. Write the condition into its note first.',
      current: before,
    });
  if (request.state === 'open') return ok(null);
  return checkVerification(
    {
      status: 'condition_not_met',
      rationale: request.rationale,
      searches: request.searches,
      outcomeKnownAt: request.knownAt,
      evidence,
    },
    { kind: 'prediction', deadline: before.prediction.deadline, today, ownArticleIds },
  );
}

/** What the rule makes of a decision on the condition; null where the prediction stays as it stands. */
async function recordByRule(
  tx: Prisma.TransactionClient,
  context: Context,
  { before, seq }: Change,
  about: {
    annotationId: string;
    request: NewConditionDecision;
    evidence: readonly EvidenceRow[];
    today: string;
  },
): Promise<{ verificationId: string; status: Status } | null> {
  const { annotationId, request, evidence, today } = about;
  const isVoided = before.status === 'condition_not_met';
  const isNotMet = request.state === 'not_met';
  if (isNotMet === isVoided) return null;
  const status: Status = isNotMet ? 'condition_not_met' : firstStatusOf('prediction');
  const condition = before.prediction!.condition!;
  const verificationId = context.newId();
  await insertVerification(tx, {
    id: verificationId,
    annotationId,
    revisionId: before.revisionId,
    status,
    rationale: isNotMet
      ? `By rule, because the condition “${condition}” was not met: ${request.rationale}`
      : `By rule, because it no longer stands that the condition “${condition}” was not met: ${request.rationale}`,
    searches: request.searches,
    criteria: isNotMet ? condition : null,
    criteriaPostHoc: false,
    outcomeKnownAt: isNotMet ? (request.knownAt ?? today) : null,
    needsApproval: false,
    correctsId: null,
    correctionReason: null,
    rule: 'condition',
    verifierId: context.actor.userId,
    seq,
    now: context.now,
    evidence,
  });
  return { verificationId, status };
}

async function answerRepeated(
  annotationId: string,
  id: string,
  hash: string,
): Promise<Result<ConditionDecided, Failure>> {
  const found = await findConditionDecision(database(), id);
  if (!found || found.decision.annotationId !== annotationId || found.requestHash !== hash)
    return err({ code: 'id_taken', message: 'Another decision has this id. Make a new one.' });
  const annotation = await requireStoredAnnotation(database(), annotationId);
  return ok({ decision: found.decision, annotation, outcome: 'unchanged' });
}

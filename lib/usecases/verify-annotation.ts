import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { updateAnnotation } from '@/lib/data/annotations';
import { listOwnArticleIds } from '@/lib/data/articles';
import { findCheckingRules } from '@/lib/data/checking-rules';
import { databaseFor } from '@/lib/data/blind-reading';
import { type Database, isTakenId } from '@/lib/data/database';
import { findRequestOfEvent } from '@/lib/data/events';
import { listCheckerIds } from '@/lib/data/memberships';
import { insertNotifications } from '@/lib/data/notifications';
import { listOutcomeDays } from '@/lib/data/resolution-submissions';
import { readInPass } from '@/lib/data/passes';
import { findDecisionInForce, findVerification, insertVerification } from '@/lib/data/verifications';
import type { Annotation } from '@/lib/domain/annotation';
import { checkErrorHop } from '@/lib/domain/error-hop';
import type { CheckingRules } from '@/lib/domain/checking-rules';
import { parseInput } from '@/lib/domain/parse-input';
import { resolutionMeasure } from '@/lib/domain/resolution-measure';
import { canJudge } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type NewVerification, newVerificationSchema, type Verification } from '@/lib/domain/verification';
import { checkVerification } from '@/lib/domain/verification-check';
import { isDecided } from '@/lib/domain/vocabulary';
import { type AnnotationAccess, requireAnnotationInLayers } from './access';
import { changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { foundSources } from './found-sources';
import { noteCaptures } from './note-captures';
import { requestHash } from './request-hash';
import { storedEvidence } from './stored-evidence';
import { requireVersion } from './version-guard';

/** A verification, the annotation with its new status, and whether this request recorded it or a retry found it. */
export interface Verified {
  verification: Verification;
  annotation: Annotation;
  outcome: 'recorded' | 'unchanged';
}

/**
 * Records one decision on an annotation's status. Append-only: a decision is corrected by a new one. The status of a
 * prediction that is settled is its resolution; where no criteria were written before, its own words are the
 * criteria, marked as post hoc. With `ifMatch` it is recorded only on the version that the editor has seen. Where the
 * workspace asks for a second pair of eyes it waits, and the annotation is in review until somebody else has said yes.
 * Web pages are not fetched here: they are noted, unless `keepsCopies` is false, and `fetchWaitingCaptures` sees to them.
 *
 * In one's own open pass an annotator judges for themselves: a rationale is asked for, evidence is welcome, and what the
 * workspace asks of decisions (a second pair of eyes, independent sources) is not. Nothing of it is fetched or stored
 * outside of the pass.
 */
export async function verifyAnnotation(
  context: Context,
  input: { id: string; body: unknown; ifMatch?: string | null | undefined; keepsCopies?: boolean },
): Promise<Result<Verified, Failure>> {
  const access = await requireAnnotationInLayers(context, input.id, canJudge);
  if (!access.ok) return access;
  const body = parseInput(newVerificationSchema, input.body);
  if (!body.ok) return body;
  const base = input.ifMatch ? requireVersion(input.ifMatch) : ok(null);
  if (!base.ok) return base;
  const { annotationId, articleId, workspace, pass } = access.value;
  const request = body.value;
  if (pass && request.evidence.some(({ captureId }) => captureId)) return noCopiesInPass;
  const db = databaseFor(access.value);
  const id = request.id ?? context.newId();
  const hash = requestHash({ ...request, id });
  const recorded = () => readInPass(access.value, pass?.id ?? null, (layer) => findVerification(layer, id));
  if (request.id && (await recorded())) return answerRepeated(access.value, { id, hash });

  const evidence = await storedEvidence(db, workspace.id, request.evidence);
  if (!evidence.ok) return evidence;
  const today = dayIn(workspace.timeZone, context.now);
  const ownArticleIds = await listOwnArticleIds(db, articleId);
  const rules = pass ? OWN_JUDGEMENT : await findCheckingRules(db, workspace.id);
  const origin = await foundSources(db, access.value, { status: request.status, evidence: evidence.value });
  const needsApproval = rules.needsApproval && isDecided(request.status);
  let told: string[] = [];
  const change = { type: 'verification_recorded', base: base.value, hash } as const;
  const changed = await changeAnnotation(
    context,
    access.value,
    change,
    async (tx, { before, version, seq }) => {
      if (before.deletedAt)
        return err({
          code: 'deleted',
          message: 'This annotation was deleted. Restore it before you verify it.',
          current: before,
        });
      if (rules.secondResolver && before.kind === 'prediction' && isDecided(request.status))
        return err({
          code: 'two_resolvers',
          message:
            'In this workspace two editors resolve a prediction independently of each other. Nothing was recorded: submit your resolution on the prediction’s own page, under Predictions.',
        });
      const deadline = before.prediction?.deadline ?? null;
      const allowed = checkVerification(
        { ...request, evidence: origin.evidence },
        {
          kind: before.kind,
          deadline,
          today,
          ownArticleIds,
          wasDecided: isDecided(before.status) || before.awaiting !== undefined,
          isOwnJudgement: pass !== null,
          ...(rules.independentSources > 1 && {
            sources: { needed: rules.independentSources, found: origin.found },
          }),
        },
      );
      if (!allowed.ok) return allowed;
      const blamed = checkErrorHop(request.errorHop, request.status, before.attribution);
      if (!blamed.ok) return blamed;
      const corrected = await correctedBy(tx, before, request);
      if (!corrected.ok) return corrected;
      const captured =
        input.keepsCopies === false || pass
          ? evidence.value
          : await noteCaptures(tx, context, access.value, { hash, evidence: evidence.value });
      await insertVerification(tx, {
        id,
        annotationId,
        revisionId: before.revisionId,
        status: request.status,
        rationale: request.rationale,
        searches: request.searches,
        ...(await resolutionOf(tx, before, request, { today, timeZone: workspace.timeZone })),
        needsApproval,
        ...corrected.value,
        ...errorColumns(before, request),
        verifierId: context.actor.userId,
        seq,
        now: context.now,
        evidence: captured,
      });
      await updateAnnotation(tx, annotationId, {
        version,
        seq,
        now: context.now,
        ...(needsApproval
          ? { status: 'in_review', awaitingId: id }
          : { status: request.status, recheckSince: null, awaitingId: null }),
      });
      told = needsApproval ? await askForApproval(tx, context, access.value) : [];
      return ok(null);
    },
  ).catch((error: unknown) => {
    // The same request arrived twice at once, and the other one was first.
    if (isTakenId(error, 'verification')) return null;
    throw error;
  });
  if (!changed) return answerRepeated(access.value, { id, hash });
  if (!changed.ok) return changed;
  announceNotices(told);
  const verification = await recorded();
  if (!verification) throw new Error(`verification ${id} vanished`);
  return ok({ verification, annotation: changed.value, outcome: 'recorded' });
}

/** In a pass nobody else looks at a verdict before it is revealed. */
const OWN_JUDGEMENT: CheckingRules = { needsApproval: false, independentSources: 1, secondResolver: false };

const noCopiesInPass = err<Failure>({
  code: 'copies_in_pass',
  message:
    'In a blind pass evidence is a passage or a web address: a stored page or file would be seen outside of the pass. Nothing was recorded.',
});

/** The answer to a request whose id is taken: what the first one recorded, if this is the same one again. */
function answerRepeated(
  access: AnnotationAccess,
  { id, hash }: { id: string; hash: string },
): Promise<Result<Verified, Failure>> {
  const { annotationId, articleId, pass } = access;
  return readInPass(access, pass?.id ?? null, async (db) => {
    const verification = await findVerification(db, id);
    const isOurs = verification?.annotationId === annotationId;
    const layer = pass?.id ?? 'shared';
    if (!isOurs || (await findRequestOfEvent(db, { articleId, layer, seq: verification.seq })) !== hash)
      return err({ code: 'id_taken', message: 'Another verification has this id. Make a new one.' });
    const annotation = await requireStoredAnnotation(db, annotationId);
    return ok({ verification, annotation, outcome: 'unchanged' });
  });
}

/** Where the error was made, with the source as it was recorded there: the attribution may change later. */
function errorColumns(
  { attribution }: Annotation,
  { errorHop }: NewVerification,
): { errorHop: number | null; errorSourceId: string | null } {
  if (errorHop === null || errorHop === undefined) return { errorHop: null, errorSourceId: null };
  if (errorHop === 'reporter') return { errorHop: -1, errorSourceId: null };
  const { source, recordedAs } = attribution[errorHop]!;
  return { errorHop, errorSourceId: recordedAs?.id ?? source.id };
}

/** Tells those who may approve the decision that it waits for one of them. */
async function askForApproval(
  tx: Database,
  context: Context,
  { annotationId, workspace }: AnnotationAccess,
): Promise<string[]> {
  const actorId = context.actor.userId;
  const approvers = (await listCheckerIds(tx, workspace.id)).filter((id) => id !== actorId);
  await insertNotifications(
    tx,
    { workspaceId: workspace.id, annotationId, comment: null, actorId, now: context.now },
    approvers.map((userId) => ({ id: context.newId(), userId, kind: 'approval_asked' })),
  );
  return approvers;
}

/** What a correction corrects: the decision in force, which there must be. */
async function correctedBy(
  tx: Database,
  before: Annotation,
  { correction }: NewVerification,
): Promise<Result<{ correctsId: string | null; correctionReason: string | null }, Failure>> {
  if (correction === null) return ok({ correctsId: null, correctionReason: null });
  const inForce = await findDecisionInForce(tx, before.id);
  if (!inForce || !isDecided(inForce.status))
    return err({
      code: 'nothing_to_correct',
      message: 'There is no earlier decision that this one could correct. Record it without a correction.',
    });
  return ok({ correctsId: inForce.id, correctionReason: correction });
}

/** What only the resolution of a prediction carries. */
async function resolutionOf(
  tx: Database,
  before: Annotation,
  request: NewVerification,
  { today, timeZone }: { today: string; timeZone: string },
): Promise<{ criteria: string | null; criteriaPostHoc: boolean; outcomeKnownAt: string | null }> {
  if (before.kind !== 'prediction' || !isDecided(request.status))
    return { criteria: request.criteria, criteriaPostHoc: false, outcomeKnownAt: request.outcomeKnownAt };
  const outcomeKnownAt = request.outcomeKnownAt ?? today;
  const knownBefore = await listOutcomeDays(tx, before.id);
  const { criteria } = request;
  return {
    ...resolutionMeasure(before, { criteria, outcomeKnownAt, knownBefore, timeZone }),
    outcomeKnownAt,
  };
}

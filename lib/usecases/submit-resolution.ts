import 'server-only';
import { announce, announceNotices } from '@/lib/data/announce';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { updateAnnotation } from '@/lib/data/annotations';
import { lockArticle, nextSeq } from '@/lib/data/article-lock';
import { listOwnArticleIds } from '@/lib/data/articles';
import { findCheckingRules } from '@/lib/data/checking-rules';
import { databaseFor } from '@/lib/data/blind-reading';
import { type Prisma } from '@/lib/data/database';
import { insertEvents } from '@/lib/data/events';
import {
  findSubmission,
  insertSubmission,
  listOutcomeDays,
  listWaitingSubmissions,
  type ResolutionContent,
  type ResolutionSubmission,
  settleSubmissions,
  withdrawSubmissions,
} from '@/lib/data/resolution-submissions';
import { insertVerification } from '@/lib/data/verifications';
import type { Annotation } from '@/lib/domain/annotation';
import { parseInput } from '@/lib/domain/parse-input';
import { canVerify } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { newResolutionSchema, type ResolutionView } from '@/lib/domain/resolution';
import { joinedResolution } from '@/lib/domain/joined-resolution';
import { resolutionMeasure } from '@/lib/domain/resolution-measure';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { checkVerification } from '@/lib/domain/verification-check';
import { isDecided } from '@/lib/domain/vocabulary';
import { type AnnotationAccess, requireAnnotation } from './access';
import type { Context } from './context';
import { foundSources } from './found-sources';
import { inTransaction, withoutWriting } from './in-transaction';
import { noteCaptures } from './note-captures';
import { requestHash } from './request-hash';
import { resolutionView } from './show-resolution';
import { storedEvidence } from './stored-evidence';
import { tellPublishers } from './tell-publishers';

/** What came of submitting: `submitted` it is in, `recorded` the outcome is decided, `unchanged` it was in before. */
export interface Submitted {
  view: ResolutionView;
  outcome: 'submitted' | 'recorded' | 'unchanged';
}

/**
 * Submits what one of two resolvers says became of a prediction. Nobody else sees it, in no list, history or count, until
 * a second one has submitted too. Where both name the same status it is recorded in the name of both; where they differ
 * both are shown to editors, and a third one's submission decides.
 */
export async function submitResolution(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<Submitted, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  const body = parseInput(newResolutionSchema, input.body);
  if (!body.ok) return body;
  const { annotationId, articleId, workspace } = access.value;
  const request = body.value;
  const db = databaseFor(access.value);
  const { secondResolver } = await findCheckingRules(db, workspace.id);
  if (!secondResolver) return err(oneResolver);
  const id = request.id ?? context.newId();
  const hash = requestHash({ ...request, id });
  const evidence = await storedEvidence(db, workspace.id, request.evidence);
  if (!evidence.ok) return evidence;
  const { status, rationale, searches, criteria } = request;
  const today = dayIn(workspace.timeZone, context.now);
  // The day is this one, not that of the decision: criteria written between the two come after the outcome.
  const outcomeKnownAt = request.outcomeKnownAt ?? today;
  const content = { status, rationale, searches, criteria, outcomeKnownAt, evidence: evidence.value };
  const origin = await foundSources(db, access.value, { status, evidence: evidence.value });
  const checked = { ...content, evidence: origin.evidence };
  const ownArticleIds = await listOwnArticleIds(db, articleId);

  let told: string[] = [];
  const done = await inTransaction<Submitted['outcome'], Failure>(async (tx) => {
    // Two who submit at once wait for each other here: the second one finds the first one's.
    await lockArticle(tx, articleId);
    const known = await findSubmission(tx, id);
    if (known) {
      const isSame = known.requestHash === hash && known.resolver.id === context.actor.userId;
      return isSame ? withoutWriting('unchanged') : err(idTaken);
    }
    const before = await requireStoredAnnotation(tx, annotationId);
    const allowed = checkResolution(before, checked, { today, ownArticleIds });
    if (!allowed.ok) return allowed;
    const waiting = await listWaitingSubmissions(tx, annotationId);
    const isMineIn = waiting.some(({ resolver }) => resolver.id === context.actor.userId);
    if (isMineIn) return err(waiting.length > 1 ? ownDisagreement : alreadyIn);
    await withdrawSubmissions(tx, annotationId, context.actor.userId, context.now);
    const row = {
      id,
      annotationId,
      resolverId: context.actor.userId,
      resolution: content,
      requestHash: hash,
    };
    await insertSubmission(tx, { ...row, now: context.now });
    const [first] = waiting;
    const isAgreed = waiting.length === 1 && first!.resolution.status === status;
    if (waiting.length < 2 && !isAgreed) return ok('submitted');
    await recordResolution(tx, context, access.value, {
      before,
      content: isAgreed
        ? joinedResolution(
            { name: first!.resolver.name, ...first!.resolution },
            { name: context.actor.name, ...content },
          )
        : content,
      agreedWith: isAgreed ? first! : null,
      waiting,
      id,
      hash,
      today,
    });
    told = await tellPublishers(tx, context, access.value);
    return ok('recorded');
  });
  if (!done.ok) return done;
  if (done.value === 'recorded') announce(articleId);
  announceNotices(told);
  return ok({ view: await resolutionView(db, context, access.value), outcome: done.value });
}

function checkResolution(
  before: Annotation,
  content: ResolutionContent,
  { today, ownArticleIds }: { today: string; ownArticleIds: ReadonlySet<string> },
): Result<null, Failure> {
  if (before.deletedAt)
    return err({ code: 'deleted', message: 'This annotation was deleted. Restore it first.' });
  if (before.kind !== 'prediction')
    return err({
      code: 'status_not_of_kind',
      message: `Only predictions have two resolvers; this is a ${before.kind}.`,
    });
  const checked = checkVerification(content, {
    kind: 'prediction',
    deadline: before.prediction?.deadline ?? null,
    today,
    ownArticleIds,
  });
  if (!checked.ok) return checked;
  if (!isDecided(content.status))
    return err({
      code: 'invalid_input',
      message: 'Submit an outcome. That a prediction is pending or in review needs no second resolver.',
    });
  return ok(null);
}

/** Records the decision that comes of the submissions, as the last one's event. */
async function recordResolution(
  tx: Prisma.TransactionClient,
  context: Context,
  access: AnnotationAccess,
  made: {
    before: Annotation;
    content: ResolutionContent;
    /** The first of two who agreed; null where a third one decides. */
    agreedWith: ResolutionSubmission | null;
    /** Those that were in before, and the id of the one that decides. */
    waiting: readonly ResolutionSubmission[];
    id: string;
    hash: string;
    today: string;
  },
): Promise<void> {
  const { annotationId, articleId, workspace } = access;
  const { before, content, agreedWith, waiting, id, hash, today } = made;
  const outcomeKnownAt = content.outcomeKnownAt ?? today;
  const knownBefore = [
    ...(await listOutcomeDays(tx, annotationId)),
    ...waiting.flatMap(({ resolution }) => resolution.outcomeKnownAt ?? []),
  ];
  const evidence = await noteCaptures(tx, context, access, { hash, evidence: content.evidence });
  const verificationId = context.newId();
  const seq = await nextSeq(tx, articleId);
  await insertVerification(tx, {
    id: verificationId,
    annotationId,
    revisionId: before.revisionId,
    status: content.status,
    rationale: content.rationale,
    searches: content.searches,
    ...resolutionMeasure(before, {
      criteria: content.criteria,
      outcomeKnownAt,
      knownBefore,
      timeZone: workspace.timeZone,
    }),
    outcomeKnownAt,
    needsApproval: false,
    correctsId: null,
    correctionReason: null,
    rule: agreedWith && 'two_resolvers',
    resolvedWithId: agreedWith && agreedWith.resolver.id,
    verifierId: context.actor.userId,
    seq,
    now: context.now,
    evidence,
  });
  await updateAnnotation(tx, annotationId, {
    version: before.version + 1,
    seq,
    now: context.now,
    status: content.status,
    recheckSince: null,
    awaitingId: null,
  });
  await settleSubmissions(tx, [...waiting.map((submission) => submission.id), id], verificationId);
  const after = await requireStoredAnnotation(tx, annotationId);
  await insertEvents(tx, [
    {
      articleId,
      seq,
      annotationId,
      type: 'verification_recorded',
      requestHash: hash,
      before,
      after,
      actorId: context.actor.userId,
      now: context.now,
    },
  ]);
}

const oneResolver: Failure = {
  code: 'one_resolver',
  message: 'In this workspace one editor records the outcome: POST /annotations/{id}/verifications.',
};
const idTaken: Failure = { code: 'id_taken', message: 'Another resolution has this id. Make a new one.' };
const alreadyIn: Failure = {
  code: 'resolution_submitted',
  message:
    'Your resolution is in already and waits for a second, independent resolver. To change it, withdraw it first.',
};
const ownDisagreement: Failure = {
  code: 'own_resolution',
  message: 'You are one of the two who disagree. A third editor decides.',
};

import 'server-only';
import { findAnnotation, requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { updateAnnotation } from '@/lib/data/annotations';
import { listOwnArticleIds } from '@/lib/data/articles';
import { articleIdsIn } from '@/lib/data/workspace-articles';
import { database, type Database, isTakenId } from '@/lib/data/database';
import { findRequestOfEvent } from '@/lib/data/events';
import { currentRevisionText, findRevisionText } from '@/lib/data/revision-text';
import { findVerification, insertVerification } from '@/lib/data/verifications';
import type { Annotation } from '@/lib/domain/annotation';
import { parseInput } from '@/lib/domain/parse-input';
import { canVerify } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Span } from '@/lib/domain/span';
import {
  type Evidence,
  type NewVerification,
  newVerificationSchema,
  type RequestedEvidence,
  type Verification,
} from '@/lib/domain/verification';
import { checkVerification } from '@/lib/domain/verification-check';
import { isDecided } from '@/lib/domain/vocabulary';
import { type AnnotationAccess, requireAnnotation } from './access';
import { changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

type StoredEvidence = Pick<
  Evidence,
  'stance' | 'url' | 'excerpt' | 'articleId' | 'revisionId' | 'span' | 'annotationId'
>;

/** A verification, the annotation with its new status, and whether this request recorded it or a retry found it. */
export interface Verified {
  verification: Verification;
  annotation: Annotation;
  outcome: 'recorded' | 'unchanged';
}

/**
 * Records one decision on an annotation's status. Append-only: a decision is corrected by a new one. The status of a
 * prediction that is settled is its resolution; where no criteria were written before, its own words are the
 * criteria, marked as post hoc. With `ifMatch` it is recorded only on the version that the editor has seen.
 */
export async function verifyAnnotation(
  context: Context,
  input: { id: string; body: unknown; ifMatch?: string | null | undefined },
): Promise<Result<Verified, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  const body = parseInput(newVerificationSchema, input.body);
  if (!body.ok) return body;
  const base = input.ifMatch ? requireVersion(input.ifMatch) : ok(null);
  if (!base.ok) return base;
  const { annotationId, articleId, workspace } = access.value;
  const request = body.value;
  const db = database();
  const id = request.id ?? context.newId();
  const hash = requestHash({ ...request, id });
  if (request.id && (await findVerification(db, id))) return answerRepeated(access.value, { id, hash });

  const evidence = await storedEvidence(db, workspace.id, request.evidence);
  if (!evidence.ok) return evidence;
  const today = dayIn(workspace.timeZone, context.now);
  const ownArticleIds = await listOwnArticleIds(db, articleId);
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
      const deadline = before.prediction?.deadline ?? null;
      const allowed = checkVerification(
        { ...request, evidence: evidence.value },
        { kind: before.kind, deadline, today, ownArticleIds },
      );
      if (!allowed.ok) return allowed;
      await insertVerification(tx, {
        id,
        annotationId,
        revisionId: before.revisionId,
        status: request.status,
        rationale: request.rationale,
        searches: request.searches,
        ...resolutionOf(before, request, today),
        verifierId: context.actor.userId,
        seq,
        now: context.now,
        evidence: evidence.value,
      });
      await updateAnnotation(tx, annotationId, {
        version,
        seq,
        now: context.now,
        status: request.status,
        recheckSince: null,
      });
      return ok(null);
    },
  ).catch((error: unknown) => {
    // The same request arrived twice at once, and the other one was first.
    if (isTakenId(error, 'verification')) return null;
    throw error;
  });
  if (!changed) return answerRepeated(access.value, { id, hash });
  if (!changed.ok) return changed;
  const verification = await findVerification(db, id);
  if (!verification) throw new Error(`verification ${id} vanished`);
  return ok({ verification, annotation: changed.value, outcome: 'recorded' });
}

/** The answer to a request whose id is taken: what the first one recorded, if this is the same one again. */
async function answerRepeated(
  { annotationId, articleId }: AnnotationAccess,
  { id, hash }: { id: string; hash: string },
): Promise<Result<Verified, Failure>> {
  const db = database();
  const verification = await findVerification(db, id);
  const isOurs = verification?.annotationId === annotationId;
  if (!isOurs || (await findRequestOfEvent(db, articleId, verification.seq)) !== hash)
    return err({ code: 'id_taken', message: 'Another verification has this id. Make a new one.' });
  const annotation = await requireStoredAnnotation(db, annotationId);
  return ok({ verification, annotation, outcome: 'unchanged' });
}

/** What only the resolution of a prediction carries. */
function resolutionOf(
  before: Annotation,
  request: NewVerification,
  today: string,
): { criteria: string | null; criteriaPostHoc: boolean; outcomeKnownAt: string | null } {
  if (before.kind !== 'prediction' || !isDecided(request.status))
    return { criteria: request.criteria, criteriaPostHoc: false, outcomeKnownAt: request.outcomeKnownAt };
  const written = before.prediction?.criteria ?? null;
  const ownWords = before.spans.map((span) => span.exact).join(' … ');
  return {
    criteria: written ?? request.criteria ?? ownWords,
    criteriaPostHoc: written === null,
    outcomeKnownAt: request.outcomeKnownAt ?? today,
  };
}

/** Completes and checks the evidence of a request: passages must lie in this workspace and hold their excerpts. */
async function storedEvidence(
  db: Database,
  workspaceId: string,
  requested: readonly RequestedEvidence[],
): Promise<Result<StoredEvidence[], Failure>> {
  const stored: StoredEvidence[] = [];
  for (const [i, item] of requested.entries()) {
    const outcome = await storedEvidenceFrom(db, workspaceId, item);
    if (!outcome.ok) return err({ ...outcome.error, evidence: i });
    stored.push(outcome.value);
  }
  return ok(stored);
}

async function storedEvidenceFrom(
  db: Database,
  workspaceId: string,
  item: RequestedEvidence,
): Promise<Result<StoredEvidence, Failure>> {
  const { stance, excerpt } = item;
  const quoted = item.annotationId ? await findAnnotation(db, item.annotationId) : null;
  const articleId = quoted?.articleId ?? item.articleId ?? null;
  const known = articleId ? await articleIdsIn(db, workspaceId, [articleId]) : new Set<string>();
  const isThere = (!item.annotationId || quoted?.deletedAt === null) && (!articleId || known.has(articleId));
  // An annotation beside another article's id would lend its words to that article.
  if (!isThere || (item.articleId && item.articleId !== articleId))
    return err({
      code: 'unknown_evidence',
      message: 'The evidence names an article or annotation that is not in this workspace (any more).',
    });
  const base = { stance, url: item.url ?? null, annotationId: item.annotationId ?? null };
  if (!articleId) return ok({ ...base, excerpt, articleId: null, revisionId: null, span: null });
  const whole = quoted && !item.span ? stretchOf(quoted) : null;
  const revisionId = whole?.revisionId ?? item.revisionId;
  const revision = revisionId
    ? await findRevisionText(db, revisionId)
    : await currentRevisionText(db, articleId);
  if (!revision || revision.articleId !== articleId)
    return err({
      code: 'invalid_input',
      message: 'The evidence’s revisionId names no revision of its article.',
    });
  const span = whole?.span ?? item.span;
  if (!span) return ok({ ...base, excerpt, articleId, revisionId: revision.id, span: null });
  const { index } = revision;
  const words = span.end <= index.length ? index.slice(span.start, span.end) : null;
  if (words === null || (excerpt !== null && !words.includes(excerpt)))
    return err({
      code: 'anchor_mismatch',
      message: 'The evidence’s excerpt does not stand in its span. Select the passage again.',
      found: words,
    });
  return ok({ ...base, excerpt: excerpt ?? words, articleId, revisionId: revision.id, span });
}

/** The stretch of text from an annotation's first word to its last, where it lies now. */
const stretchOf = ({ spans, revisionId }: Annotation): { revisionId: string; span: Span } => ({
  revisionId,
  span: { start: spans[0]!.start, end: spans.at(-1)!.end },
});

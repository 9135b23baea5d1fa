import 'server-only';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { findCheckingRules } from '@/lib/data/checking-rules';
import { databaseFor } from '@/lib/data/blind-reading';
import type { Database } from '@/lib/data/database';
import { listWaitingSubmissions, type ResolutionSubmission } from '@/lib/data/resolution-submissions';
import { findDecisionInForce } from '@/lib/data/verifications';
import { canVerify } from '@/lib/domain/policy';
import type { ResolutionView, SubmittedResolution } from '@/lib/domain/resolution';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { isDecided } from '@/lib/domain/vocabulary';
import { type AnnotationAccess, requireAnnotation } from './access';
import type { Context } from './context';

/** Where the work of two resolvers stands, as the actor may see it: another's submission alone is not there. */
export async function showResolution(
  context: Context,
  input: { id: string },
): Promise<Result<ResolutionView, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  return ok(await resolutionView(databaseFor(access.value), context, access.value));
}

export async function resolutionView(
  db: Database,
  { actor }: Pick<Context, 'actor'>,
  { annotationId, workspace }: AnnotationAccess,
): Promise<ResolutionView> {
  const { secondResolver } = await findCheckingRules(db, workspace.id);
  const waiting = await listWaitingSubmissions(db, annotationId);
  const mine = waiting.find(({ resolver }) => resolver.id === actor.userId) ?? null;
  const isDisputed = waiting.length > 1;
  const { status } = await requireStoredAnnotation(db, annotationId);
  const inForce = isDecided(status) ? await findDecisionInForce(db, annotationId) : null;
  return {
    isAskedFor: secondResolver,
    stage: isDisputed ? 'disagreement' : mine ? 'waiting' : inForce ? 'recorded' : 'open',
    mine: mine && shownSubmission(mine),
    submitted: isDisputed ? waiting.map(shownSubmission) : [],
    verificationId: isDisputed || mine ? null : (inForce?.id ?? null),
  };
}

const shownSubmission = ({
  id,
  resolver,
  resolution,
  createdAt,
}: ResolutionSubmission): SubmittedResolution => ({
  id,
  resolver,
  status: resolution.status,
  rationale: resolution.rationale,
  searches: resolution.searches,
  criteria: resolution.criteria,
  outcomeKnownAt: resolution.outcomeKnownAt,
  evidence: resolution.evidence.map(
    ({ stance, url, excerpt, articleId, revisionId, span, annotationId, captureId }) => ({
      stance,
      url,
      excerpt,
      articleId,
      revisionId,
      span,
      annotationId,
      captureId: captureId ?? null,
    }),
  ),
  createdAt,
});

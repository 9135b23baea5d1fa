import type { TextMode } from '@/lib/domain/vocabulary';
import type { ExportedConditionDecision, ExportedStoredEvidence, ExportedSubmission } from './records';
import { shownExcerpt } from './text-mode';

/** A decision on a condition as a line of the native form. */
export const jsonFromConditionDecision = (mode: TextMode, decision: ExportedConditionDecision) => ({
  type: 'conditionDecision',
  id: decision.id,
  annotationId: decision.annotationId,
  condition: decision.condition,
  state: decision.state,
  rationale: decision.rationale,
  evidence: decision.evidence.map((item) => jsonFromEvidence(mode, item)),
  searches: decision.searches,
  knownAt: decision.knownAt,
  verificationId: decision.verificationId,
  decidedBy: { id: decision.decidedBy.id, name: decision.decidedBy.name },
  seq: decision.seq,
  createdAt: decision.createdAt,
});

/** What one of two resolvers submitted as a line of the native form. */
export const jsonFromSubmission = (mode: TextMode, submission: ExportedSubmission) => {
  const { status, rationale, evidence, searches, criteria, outcomeKnownAt } = submission.resolution;
  return {
    type: 'submission',
    id: submission.id,
    annotationId: submission.annotationId,
    verificationId: submission.verificationId,
    resolver: { id: submission.resolver.id, name: submission.resolver.name },
    status,
    rationale,
    evidence: evidence.map((item) => jsonFromEvidence(mode, item)),
    searches,
    criteria,
    outcomeKnownAt,
    createdAt: submission.createdAt,
  };
};

/** The database does not keep the order of keys, so it is made here. */
const jsonFromEvidence = (mode: TextMode, item: ExportedStoredEvidence) => ({
  stance: item.stance,
  url: item.url,
  excerpt: shownExcerpt(mode, item),
  articleId: item.articleId,
  revisionId: item.revisionId,
  span: item.span ? { start: item.span.start, end: item.span.end } : null,
  annotationId: item.annotationId,
  origin: item.origin ?? null,
  captureId: item.captureId ?? null,
});

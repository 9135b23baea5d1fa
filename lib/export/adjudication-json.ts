import type { ExportedAdjudication } from './records';

const personOf = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** A decision on marks of passes as a record of the lossless form. It holds no words of the article. */
export const jsonFromAdjudication = (decision: ExportedAdjudication) => ({
  type: 'adjudication',
  id: decision.id,
  articleId: decision.articleId,
  revisionId: decision.revisionId,
  outcome: decision.outcome,
  origins: decision.origins.map(({ annotationId, annotator, isTaken }) => ({
    annotationId,
    annotator: personOf(annotator),
    isTaken,
  })),
  results: decision.results.map(({ annotationId, isMade }) => ({ annotationId, isMade })),
  note: decision.note,
  version: decision.version,
  supersedesId: decision.supersedesId,
  isInForce: decision.isInForce,
  decidedBy: personOf(decision.decidedBy),
  decidedAt: decision.decidedAt,
  withdrawn: decision.withdrawn && { by: personOf(decision.withdrawn.by), at: decision.withdrawn.at },
});

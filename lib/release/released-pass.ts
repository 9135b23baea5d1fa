import type { ExportedPass } from '@/lib/export/records';
import type { ReleasedPass } from './release-facts';

/** A revealed pass as a line of `passes.jsonl` tells it: what its annotator marked and judged, without what only a restore needs. */
export const releasedPassFrom = ({
  id,
  articleId,
  revisionId,
  annotator,
  completeKinds,
  submittedAt,
  revealedAt,
  annotations,
  verifications,
}: ExportedPass): ReleasedPass => ({
  ...{ id, articleId, revisionId, annotator, completeKinds, submittedAt, revealedAt },
  annotations: annotations.map(({ id: annotationId, kind, spans, status, attribution, tags, ...more }) => ({
    ...{ id: annotationId, kind, spans, status, attribution, tags },
    ...(more.claim && { claim: more.claim }),
    ...(more.quote && { quote: more.quote }),
    ...(more.prediction && { prediction: more.prediction }),
    attributes: more.attributes,
    guidelineVersion: more.guidelineVersion,
    verdicts: verifications
      .filter((verification) => verification.annotationId === annotationId)
      .map(({ status: verdict, rationale, createdAt }) => ({ status: verdict, rationale, createdAt })),
  })),
});

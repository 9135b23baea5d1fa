import type { Annotation } from './annotation';

/** An annotation's fields as a request would set them: what an edit starts from and an undo returns to. */
export function requestFromAnnotation(annotation: Annotation) {
  return {
    kind: annotation.kind,
    revisionId: annotation.revisionId,
    spans: annotation.spans.map(({ start, end, exact }) => ({ start, end, exact })),
    attribution: annotation.attribution.map(({ source, ...hop }) => ({ ...hop, source: { id: source.id } })),
    tags: annotation.tags,
    attributes: annotation.attributes,
    ...(annotation.claim && { claim: annotation.claim }),
    ...(annotation.quote && { quote: annotation.quote }),
    ...(annotation.prediction && { prediction: annotation.prediction }),
  };
}

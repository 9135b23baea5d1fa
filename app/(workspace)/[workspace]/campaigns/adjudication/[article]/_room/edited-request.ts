import type { Annotation } from '@/lib/domain/annotation';
import { attributesAfter } from '@/lib/domain/annotation-attributes';
import { type AnnotationPatch, requestFromPatch } from '@/lib/domain/annotation-patch';
import { requestFromAnnotation } from '@/lib/domain/annotation-request';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';

/** The whole annotation that an edit of a mark asks for, as a PUT would send it. */
export function editedRequest(opened: Annotation, patch: AnnotationPatch | null): Record<string, unknown> {
  const { kind: held, revisionId, spans, attribution, tags } = requestFromAnnotation(opened);
  const change = requestFromPatch(patch ?? {});
  const kind = change.kind ?? held;
  const details = kind === opened.kind ? opened[kind] : EMPTY_DETAILS[kind];
  return {
    kind,
    revisionId,
    spans: change.spans ?? spans,
    attribution: change.attribution ?? attribution,
    tags: change.tags ?? tags,
    attributes: attributesAfter(opened.attributes, patch?.attributes),
    [kind]: { ...details, ...change[kind] },
  };
}

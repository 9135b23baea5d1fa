import { type Reanchored, reanchorSpans } from './anchor';
import type { Annotation } from './annotation';
import type { TextChange } from './text-diff';

/** What a new text makes of one annotation. */
export interface CarriedAnnotation extends Reanchored {
  annotation: Annotation;
}

const STILL_ORPHANED: Reanchored = { state: 'orphaned', reason: null, spans: [], pieces: [] };

/**
 * Carries annotations over to a new text, each by `reanchorSpans`. `from` is the revision of the old text: one whose
 * spans lie in an earlier revision has lost its words before, has no place to start from and stays `orphaned`, with
 * the reason null.
 */
export const carriedOver = (
  change: TextChange,
  from: string,
  annotations: readonly Annotation[],
): CarriedAnnotation[] =>
  annotations.map((annotation) => ({
    annotation,
    ...(isPlacedIn(annotation, from) ? reanchorSpans(change, annotation.spans) : STILL_ORPHANED),
  }));

const isPlacedIn = ({ anchor, revisionId, spans }: Annotation, revision: string): boolean =>
  anchor !== 'orphaned' && revisionId === revision && spans.length > 0;

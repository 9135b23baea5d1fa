import { type Reanchored, reanchorSpans } from './anchor';
import type { Annotation, HopSpan } from './annotation';
import type { Span } from './span';
import type { TextChange } from './text-diff';
import type { AnchorState } from './vocabulary';

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

/**
 * Where the words of a cue or name stand in a new text; null where it has not the very same words in a place that is
 * known for theirs.
 */
export function carriedHopSpan(change: TextChange, span: HopSpan | null): HopSpan | null {
  if (!span) return null;
  const { start, end } = span;
  const [piece] = reanchorSpans(change, [{ start, end }]).pieces;
  const place = piece && (piece.state === 'exact' || piece.state === 'moved') ? piece.span : null;
  return place && { ...place, exact: span.exact };
}

const isPlacedIn = ({ anchor, revisionId, spans }: Annotation, revision: string): boolean =>
  anchor !== 'orphaned' && revisionId === revision && spans.length > 0;

/**
 * Why a recorded state came about, worked out again from the texts; `spans` lie in the old one. Where today's rules
 * decide otherwise than those that recorded the state, nothing is claimed: the reason is null and there are no pieces.
 */
export function explanationOf(
  change: TextChange,
  spans: readonly Span[],
  state: AnchorState,
): Pick<Reanchored, 'reason' | 'pieces'> {
  const again = spans.length > 0 ? reanchorSpans(change, spans) : STILL_ORPHANED;
  return again.state === state ? again : { reason: null, pieces: [] };
}

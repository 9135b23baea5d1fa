import { contextChangeOf } from './anchor-context';
import type { ContextChange } from './anchor-context';
import { areSameWords, changedPlace, unchangedPlace } from './anchor-place';
import { movedPlace } from './anchor-search';
import { graphemeAround, isGraphemeEdge } from './grapheme-edge';
import { areSortedAndDisjoint } from './span';
import type { Span } from './span';
import type { TextChange, TokenisedText } from './text-diff';
import { ANCHOR_STATES } from './vocabulary';
import type { AnchorState } from './vocabulary';

/**
 * Why a state is not `exact`.
 * `moved`: `found_elsewhere`.
 * `changed`: `words_differ`; `whitespace_differs` (only spaces and line ends do); the words are the same, but in
 * their sentence a negating, hedging or number word was put in or taken out (`…_nearby`), or they are few
 * and most of their sentence was rewritten (`context_differs`).
 * `orphaned`: `words_gone`; `ambiguous` (the words stand in several new places alike, or are too few to be
 * known again); `order_lost` (the spans no longer follow one another).
 */
export type ReanchorReason =
  | 'found_elsewhere'
  | 'words_differ'
  | 'whitespace_differs'
  | NonNullable<ContextChange['reason']>
  | 'words_gone'
  | 'ambiguous'
  | 'order_lost';

/** What became of one span. */
export interface ReanchoredPiece {
  state: AnchorState;
  reason: ReanchorReason | null;
  /** In code points of the new text; null when orphaned. */
  span: Span | null;
  /**
   * What to show side by side: the words of the span then and now; when those are the same and the words
   * around them differ (`…_nearby`, `context_differs`), the sentences. `after` is null when orphaned.
   */
  before: string;
  after: string | null;
}

/** What became of an annotation: the worst of its pieces, with that piece's reason. */
export interface Reanchored {
  state: AnchorState;
  reason: ReanchorReason | null;
  /** In code points of the new text, as many as before and in the same order; empty when orphaned. */
  spans: Span[];
  /** One for each old span, also when orphaned, so that a page can show which half is left. */
  pieces: ReanchoredPiece[];
}

/**
 * Carries the spans of one annotation (code points of the old text, sorted and disjoint, at least one) over to the new text.
 *
 * - `exact`: the same words in the same place of the running text; edits elsewhere may have shifted them.
 * - `moved`: the alignment has lost them, but the very same words stand, unmistakably, in a passage that is new.
 * - `changed`: the place is known, and the words, the white space between them, or what their sentence says of
 *   them differ. Letter case and the shape of quotation marks are differences too.
 * - `orphaned`: anything else. Nothing is guessed.
 *
 * Invariants: `exact` and `moved` spans hold the same text as before, code point for code point, and no negating,
 * denying, hedging or number word came into or left their sentence. The spans are sorted, disjoint (Invariant
 * 2) and split no grapheme that the old ones did not split. With several spans the worst state decides.
 * Throws a RangeError when the spans do not lie in the old text.
 */
export function reanchorSpans(change: TextChange, spans: readonly Span[]): Reanchored {
  const pieces = spans.map((span) => reanchoredPiece(change, span));
  const { state, reason } = pieces.reduce((worst, piece) => (rank(piece) > rank(worst) ? piece : worst));
  const places = pieces.flatMap((piece) => piece.span ?? []);
  if (state === 'orphaned') return { state, reason, spans: [], pieces };
  if (!areSortedAndDisjoint(places)) return { state: 'orphaned', reason: 'order_lost', spans: [], pieces };
  return { state, reason, spans: places, pieces };
}

const rank = (piece: ReanchoredPiece): number => ANCHOR_STATES.indexOf(piece.state);

function reanchoredPiece(change: TextChange, span: Span): ReanchoredPiece {
  const stretch = unitsFromSpan(change.before, span);
  const unchanged = unchangedPlace(change, stretch);
  if (unchanged) return pieceAt(change, stretch, unchanged, 'exact');
  const moved = movedPlace(change, stretch);
  const changed = changedPlace(change, stretch);
  // Words that moved together with the words around them are surer than an edit in the old place.
  if (moved.place && (moved.hasContext || !changed)) return pieceAt(change, stretch, moved.place, 'moved');
  if (changed) return pieceAt(change, stretch, changed, 'changed');
  const before = change.before.text.slice(stretch.start, stretch.end);
  return {
    state: 'orphaned',
    reason: moved.isAmbiguous ? 'ambiguous' : 'words_gone',
    span: null,
    before,
    after: null,
  };
}

function pieceAt(
  change: TextChange,
  stretch: Span,
  found: Span,
  state: Exclude<AnchorState, 'orphaned'>,
): ReanchoredPiece {
  const place = snappedPlace(change, stretch, found);
  const span = spanFromUnits(change.after, place);
  const before = change.before.text.slice(stretch.start, stretch.end);
  const after = change.after.text.slice(place.start, place.end);
  if (!areSameWords(change, stretch, place)) {
    const isReflowed = withoutWhitespace(before) === withoutWhitespace(after);
    return {
      state: 'changed',
      reason: isReflowed ? 'whitespace_differs' : 'words_differ',
      span,
      before,
      after,
    };
  }
  const context = contextChangeOf(change, stretch, place, state === 'moved');
  const reason = context.reason ?? (state === 'changed' ? 'context_differs' : null);
  if (!reason) return { state, reason: state === 'moved' ? 'found_elsewhere' : null, span, before, after };
  return {
    state: 'changed',
    reason,
    span,
    before: change.before.text.slice(context.before.start, context.before.end),
    after: change.after.text.slice(context.after.start, context.after.end),
  };
}

const withoutWhitespace = (text: string): string => text.replace(/\s+/gu, '');

/** Widens a place to whole graphemes, at the ends where the old stretch had them whole. */
function snappedPlace({ before, after }: TextChange, stretch: Span, place: Span): Span {
  const start = isGraphemeEdge(before.text, stretch.start)
    ? (graphemeAround(after.text, place.start)?.start ?? place.start)
    : place.start;
  const end = isGraphemeEdge(before.text, stretch.end)
    ? (graphemeAround(after.text, place.end)?.end ?? place.end)
    : place.end;
  return { start, end };
}

function unitsFromSpan({ index }: TokenisedText, { start, end }: Span): Span {
  if (!(start >= 0 && start < end && end <= index.length))
    throw new RangeError(`Span ${start}–${end} does not lie in a text of ${index.length} code points.`);
  return { start: index.unitFromCodePoint(start), end: index.unitFromCodePoint(end) };
}

const spanFromUnits = ({ index }: TokenisedText, { start, end }: Span): Span => ({
  start: index.codePointFromUnit(start),
  end: index.codePointFromUnit(end),
});

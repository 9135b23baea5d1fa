import { FEW_WORDS, tokensTouched } from './anchor-place';
import type { Span } from './span';
import { tokensWithId, weightBetween } from './text-diff';
import type { TextChange, TokenisedText } from './text-diff';

/** So many tokens before and after a stretch are compared to tell its occurrences apart. */
const CONTEXT_TOKENS = 32;
/** The context of the right occurrence must be better than the next one's by a word's worth of letters. */
const LEAST_LEAD = 4;
/** A phrase that now stands in more new places than this is a common one: no place is chosen. */
const MOST_CANDIDATES = 64;

/** Where a stretch went: `place` is null when its words stand nowhere new, or in several places alike. */
export interface MovedPlace {
  place: Span | null;
  isAmbiguous: boolean;
  /** The words on both sides moved with it. */
  hasContext: boolean;
}

interface Candidate {
  place: Span;
  context: Context;
}

/** How much of the text on either side is the same: summed weight of words, plus one for the end of a line. */
interface Context {
  left: number;
  right: number;
}

const NOWHERE: MovedPlace = { place: null, isAmbiguous: false, hasContext: false };

/**
 * Looks for the very words of a stretch in what is *new* in the new text (words that the alignment gives to
 * another old passage are that passage, not this one). Of several places the context decides, clearly or not
 * at all; a phrase of few words needs its context on both sides. UTF-16 code units.
 */
export function movedPlace(change: TextChange, stretch: Span): MovedPlace {
  const places = occurrences(change, stretch, change.after, change.oldOf);
  if (places.length > MOST_CANDIDATES) return { ...NOWHERE, isAmbiguous: true };
  const [best, second] = places
    .map((place): Candidate => ({ place, context: contextOf(change, stretch, place) }))
    .sort((a, b) => sumOf(b.context) - sumOf(a.context));
  if (!best) return NOWHERE;
  const hasContext = best.context.left > 0 && best.context.right > 0;
  const { from, to } = tokensTouched(change.before, stretch);
  const isLeading = !second || sumOf(best.context) >= sumOf(second.context) + LEAST_LEAD;
  const isKnownAgain = hasContext || to - from >= FEW_WORDS;
  if (!isLeading || !isKnownAgain || hasRival(change, stretch, best))
    return { ...NOWHERE, isAmbiguous: true };
  return { place: best.place, isAmbiguous: false, hasContext };
}

/** Whether the same words, removed elsewhere in the old text, have as good a claim to the place. */
function hasRival(change: TextChange, stretch: Span, best: Candidate): boolean {
  const rivals = occurrences(change, stretch, change.before, change.newOf);
  if (rivals.length > MOST_CANDIDATES) return true;
  return rivals.some(
    (rival) =>
      rival.start !== stretch.start &&
      sumOf(contextOf(change, rival, best.place)) + LEAST_LEAD > sumOf(best.context),
  );
}

const sumOf = ({ left, right }: Context): number => left + right;

/**
 * Where the words of an old stretch stand on one side among what the alignment left unmatched; at most one more
 * than `MOST_CANDIDATES`. Whole tokens are compared: "5" is not found in "-5", nor "he" in "the".
 */
function occurrences(change: TextChange, stretch: Span, side: TokenisedText, matches: Int32Array): Span[] {
  const { before } = change;
  const { from, to } = tokensTouched(before, stretch);
  const words = before.text.slice(stretch.start, stretch.end);
  const found: Span[] = [];
  if (from === to) return found;
  const rarest = rarestToken(before.ids.subarray(from, to), side);
  for (const token of tokensWithId(side, before.ids[from + rarest]!)) {
    const first = token - rarest;
    if (!areTokensEqual(before, from, to, side, first) || !isMostlyUnmatched(side, matches, first, to - from))
      continue;
    const start = side.starts[first]! + stretch.start - before.starts[from]!;
    if (start < 0 || !side.text.startsWith(words, start)) continue;
    found.push({ start, end: start + words.length });
    if (found.length > MOST_CANDIDATES) break;
  }
  return found;
}

/** Which of the ids one side has least often, by its place among them. */
function rarestToken(ids: Uint32Array, side: TokenisedText): number {
  let rarest = 0;
  let fewest = Infinity;
  ids.forEach((id, k) => {
    const { length } = tokensWithId(side, id);
    if (length < fewest) [rarest, fewest] = [k, length];
  });
  return rarest;
}

function areTokensEqual(
  before: TokenisedText,
  from: number,
  to: number,
  side: TokenisedText,
  first: number,
): boolean {
  for (let i = from; i < to; i++) if (before.ids[i] !== side.ids[first + i - from]) return false;
  return true;
}

/** At least half of the words belong to no passage of the other side. Signs alone are never looked for. */
function isMostlyUnmatched(side: TokenisedText, matches: Int32Array, first: number, count: number): boolean {
  let unmatched = 0;
  for (let i = first; i < first + count; i++) if (matches[i]! < 0) unmatched += side.weights[i]!;
  return unmatched > 0 && 2 * unmatched >= weightBetween(side, first, first + count);
}

function contextOf({ before, after }: TextChange, old: Span, place: Span): Context {
  const a = tokensTouched(before, old);
  const b = tokensTouched(after, place);
  const context = {
    left: isAtLineEdge(before, old.start, -1) && isAtLineEdge(after, place.start, -1) ? 1 : 0,
    right: isAtLineEdge(before, old.end, 1) && isAtLineEdge(after, place.end, 1) ? 1 : 0,
  };
  for (let k = 1; k <= CONTEXT_TOKENS && a.from - k >= 0 && b.from - k >= 0; k++) {
    if (before.ids[a.from - k] !== after.ids[b.from - k]) break;
    context.left += before.weights[a.from - k]!;
  }
  for (let k = 0; k < CONTEXT_TOKENS && a.to + k < before.ids.length && b.to + k < after.ids.length; k++) {
    if (before.ids[a.to + k] !== after.ids[b.to + k]) break;
    context.right += before.weights[a.to + k]!;
  }
  return context;
}

/** Whether only white space lies between `at` and the end of its line, in the direction given. */
function isAtLineEdge({ text }: TokenisedText, at: number, direction: 1 | -1): boolean {
  let i = direction === 1 ? at : at - 1;
  while (i >= 0 && i < text.length && text[i] !== '\n') {
    if (!/\s/u.test(text[i]!)) return false;
    i += direction;
  }
  return true;
}

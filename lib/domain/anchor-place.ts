import type { Span } from './span';
import { weightBetween } from './text-diff';
import type { TextChange, TokenisedText } from './text-diff';

/** The tokens `[from, to)` that a stretch of the text (UTF-16 code units) touches; empty for white space. */
export function tokensTouched(side: TokenisedText, stretch: Span): { from: number; to: number } {
  const from = countBelow(side.ends, stretch.start + 1);
  return { from, to: Math.max(from, countBelow(side.starts, stretch.end)) };
}

/** How many of the ascending numbers are smaller than the limit. */
function countBelow(numbers: Uint32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where the stretch stands in the new text when every word that it touches kept its place in the running text
 * and the stretch is the same there code unit for code unit; else null. Stretches are in UTF-16 code units.
 */
export function unchangedPlace(change: TextChange, stretch: Span): Span | null {
  const { before, after, newOf } = change;
  const { from, to } = tokensTouched(before, stretch);
  if (from === to) return unchangedGap(change, stretch, from);
  const first = newOf[from]!;
  if (first < 0 || newOf[to - 1] !== first + (to - 1 - from)) return null;
  const start = after.starts[first]! + stretch.start - before.starts[from]!;
  const place = { start, end: start + stretch.end - stretch.start };
  return start >= 0 && areSameWords(change, stretch, place) ? place : null;
}

/** White space alone keeps its place when the words on both sides of it do. */
function unchangedGap(change: TextChange, stretch: Span, next: number): Span | null {
  const { before, after, newOf } = change;
  const left = next > 0 ? newOf[next - 1]! : -1;
  const right = next < newOf.length ? newOf[next]! : after.starts.length;
  if ((next > 0 && left < 0) || right !== left + 1) return null;
  const start = (left < 0 ? 0 : after.ends[left]!) + stretch.start - (next > 0 ? before.ends[next - 1]! : 0);
  const place = { start, end: start + stretch.end - stretch.start };
  return areSameWords(change, stretch, place) ? place : null;
}

/** Whether two stretches hold the same text, code unit for code unit. */
export function areSameWords(change: TextChange, old: Span, place: Span): boolean {
  return change.before.text.slice(old.start, old.end) === change.after.text.slice(place.start, place.end);
}

/** Of fewer words than this, a stretch says too little to be known again without the words around it. */
export const FEW_WORDS = 4;
/**
 * At least half of the old words (by weight) must be left, and the new stretch may be three times as long at
 * most. Below that the two share little but function words: a page that shows them as an edit of one another
 * would be wrong, and a person has to look for the passage anyway.
 */
const LEAST_KEPT = 1 / 2;
const MOST_GROWN = 3;

/**
 * The stretch of the new text that stands in the place of an edited one, or null when too little is left of it.
 * It reaches from the first to the last word that stayed, and over what replaced the words at its ends, but
 * there never past the end of a sentence. A phrase of few words may be replaced altogether as long as the
 * words next to it, on both sides, stayed.
 */
export function changedPlace(change: TextChange, stretch: Span): Span | null {
  const { before, after } = change;
  const { from, to } = tokensTouched(before, stretch);
  const region = from < to ? alignedRegion(change, from, to) : null;
  if (!region || region.from >= region.to) return null;
  if (!isEnoughLeft(change, from, to, region) && !isPhraseReplaced(change, from, to, region)) return null;
  return { start: after.starts[region.from]!, end: after.ends[region.to - 1]! };
}

interface Tokens {
  from: number;
  to: number;
}

function alignedRegion(change: TextChange, from: number, to: number): Tokens | null {
  const { newOf } = change;
  let first = from;
  while (first < to && newOf[first]! < 0) first++;
  if (first === to) return regionBetweenNeighbours(change, from, to);
  let last = to - 1;
  while (newOf[last]! < 0) last--;
  return {
    from: newOf[first]! - replacedBefore(change, from, first),
    to: newOf[last]! + 1 + replacedAfter(change, last + 1, to),
  };
}

/** What stands between the neighbours of a stretch of which no word stayed, when both of them stayed. */
function regionBetweenNeighbours(
  { before, after, newOf }: TextChange,
  from: number,
  to: number,
): Tokens | null {
  const left = from > 0 ? newOf[from - 1]! : -1;
  const right = to < before.starts.length ? newOf[to]! : after.starts.length;
  const isCertain = (from === 0 || left >= 0) && right >= 0 && (left >= 0 || right < after.starts.length);
  return isCertain ? { from: left + 1, to: right } : null;
}

/** How many new tokens before the counterpart of `first` replace the old tokens `[from, first)`. */
function replacedBefore({ after, newOf, oldOf }: TextChange, from: number, first: number): number {
  if (from === first) return 0;
  let hunk = from;
  while (hunk > 0 && newOf[hunk - 1]! < 0) hunk--;
  const end = newOf[first]!;
  let added = 0;
  while (end - added > 0 && oldOf[end - added - 1]! < 0) added++;
  const most = shareOf(added, first - from, first - hunk);
  let count = 0;
  while (count < most && !isSentenceEnd(after, end - count - 1)) count++;
  while (count > 0 && after.weights[end - count] === 0) count--;
  return count;
}

/** How many new tokens after the counterpart of `next - 1` replace the old tokens `[next, to)`. */
function replacedAfter({ before, after, newOf, oldOf }: TextChange, next: number, to: number): number {
  if (next === to) return 0;
  let hunk = to;
  while (hunk < newOf.length && newOf[hunk]! < 0) hunk++;
  const start = newOf[next - 1]! + 1;
  let added = 0;
  while (start + added < oldOf.length && oldOf[start + added]! < 0) added++;
  const most = shareOf(added, to - next, hunk - next);
  const endsInSign = before.weights[to - 1] === 0;
  let count = 0;
  while (count < most && !isSentenceEnd(after, start + count)) count++;
  if (count < most && endsInSign) count++;
  while (count > 0 && !endsInSign && after.weights[start + count - 1] === 0) count--;
  return count;
}

/** The part of the added tokens that falls to a part of the removed ones, and never many times as many. */
const shareOf = (added: number, part: number, whole: number): number =>
  Math.min(Math.ceil((added * part) / whole), 2 * part + 2);

const isSentenceEnd = ({ text, starts, ends }: TokenisedText, token: number): boolean =>
  /^[.!?。！？؟।]$/u.test(text.slice(starts[token], ends[token]));

function isEnoughLeft(change: TextChange, from: number, to: number, region: Tokens): boolean {
  const { before, after, newOf } = change;
  const whole = weightBetween(before, from, to);
  let kept = 0;
  for (let i = from; i < to; i++) if (newOf[i]! >= 0) kept += before.weights[i]!;
  return (
    kept > 0 &&
    kept >= LEAST_KEPT * whole &&
    weightBetween(after, region.from, region.to) <= MOST_GROWN * whole
  );
}

function isPhraseReplaced(
  { after, oldOf, before, newOf }: TextChange,
  from: number,
  to: number,
  region: Tokens,
): boolean {
  if (to - from >= FEW_WORDS || region.to - region.from > 2 * (to - from) + 1) return false;
  for (let j = region.from; j < region.to; j++) if (isSentenceEnd(after, j)) return false;
  const isLeftKept = from === 0 ? region.from === 0 : newOf[from - 1] === region.from - 1;
  const isRightKept = to === before.starts.length ? region.to === oldOf.length : newOf[to] === region.to;
  return isLeftKept && isRightKept;
}

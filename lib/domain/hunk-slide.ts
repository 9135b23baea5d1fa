import type { WordTokens } from './word-tokens';

/** What the slide needs of one side of a change. */
interface Side extends WordTokens {
  readonly text: string;
  readonly ids: Uint32Array;
}

/** How far an edit is slid either way at most; a repetition longer than this says nothing about its place. */
const SLIDE_LIMIT = 200;
/** To meet an edit of the other side, so that the two read as one replacement, is worth an edge of a sentence twice. */
const JOIN_SCORE = 4;

/**
 * An edit in a repetition can be read in several ways: before "He said A." a sentence "He said B." was put,
 * or after "He said" the words "B. He said". Both are the shortest edit. This picks the reading whose edges
 * lie at the ends of lines or sentences, for everything that `side` has and the other side has not.
 * `here` maps the other side's tokens to this side's and `there` back; both are updated.
 */
export function slideEdits(side: Side, here: Int32Array, there: Int32Array): void {
  for (let from = 0; from < there.length; from++) {
    if (there[from] !== -1) continue;
    let to = from;
    while (to < there.length && there[to] === -1) to++;
    const other = from > 0 ? there[from - 1]! + 1 : 0;
    const isPure = to < there.length ? there[to] === other : other === here.length;
    from = isPure ? slideEdit(side, here, there, from, to, other) : to;
  }
}

/** Slides the edit `[from, to)`, which stands before the other side's token `other`; returns where it then ends. */
function slideEdit(
  side: Side,
  here: Int32Array,
  there: Int32Array,
  from: number,
  to: number,
  other: number,
): number {
  const { ids } = side;
  let left = 0;
  while (
    left < SLIDE_LIMIT &&
    other - left > 0 &&
    here[other - left - 1] === from - left - 1 &&
    ids[from - left - 1] === ids[to - left - 1]
  )
    left++;
  let right = 0;
  while (
    right < SLIDE_LIMIT &&
    other + right < here.length &&
    here[other + right] === to + right &&
    ids[from + right] === ids[to + right]
  )
    right++;
  const score = (shift: number): number => {
    const isJoined = here[other + shift - 1] === -1 || here[other + shift] === -1;
    return edgeScore(side, from + shift) + edgeScore(side, to + shift) + (isJoined ? JOIN_SCORE : 0);
  };
  let best = 0;
  for (let shift = -left; shift <= right; shift++) if (score(shift) > score(best)) best = shift;
  for (let k = 1; k <= -best; k++) match(here, there, other - k, from - k, to - k);
  for (let k = 0; k < best; k++) match(here, there, other + k, to + k, from + k);
  return to + best;
}

/** Lets the other side's token `other` match `target` instead of `source`. */
function match(here: Int32Array, there: Int32Array, other: number, source: number, target: number): void {
  here[other] = target;
  there[target] = other;
  there[source] = -1;
}

/** How natural an edge of an edit before token `at` is: an end of the text or a line, of a sentence, of a clause, none. */
function edgeScore(side: Side, at: number): number {
  if (at === 0 || at === side.starts.length) return 3;
  const previousEnd = side.ends[at - 1]!;
  if (side.text.slice(previousEnd, side.starts[at]).includes('\n')) return 3;
  const previous = side.text.slice(side.starts[at - 1], previousEnd);
  if (/^[.!?。！？؟।…]$/u.test(previous)) return 2;
  return /^\p{P}$/u.test(previous) ? 1 : 0;
}

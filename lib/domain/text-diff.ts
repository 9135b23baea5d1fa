import { slideEdits } from './hunk-slide';
import { TextIndex } from './text-index';
import { alignedTokens } from './token-alignment';
import { foldedToken, wordTokensOf } from './word-tokens';
import type { WordTokens } from './word-tokens';

/** One side of a change: a text, its tokens, and the running sum of their weights (`sums[i]` = before token i). */
export interface TokenisedText extends WordTokens {
  readonly text: string;
  readonly index: TextIndex;
  /** Equal ids: the same folded token, on both sides. */
  readonly ids: Uint32Array;
  readonly sums: Float64Array;
  /** The tokens with an id, ascending: `tokensById[firstById[id]]` up to, not including, `…[firstById[id + 1]]`. */
  readonly tokensById: Uint32Array;
  readonly firstById: Uint32Array;
}

/**
 * What became of each word of a text in a new one; made once per pair of revisions and shared by all
 * annotations. Token numbers; `newOf[i]` and `oldOf[j]` are -1 for what was removed or added, and increase
 * over the matched tokens. Matched tokens are equal when folded, so the case of a letter may differ.
 */
export interface TextChange {
  readonly before: TokenisedText;
  readonly after: TokenisedText;
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
}

/** The word-level change from one text to another; near-linear in their length, whatever was rewritten. */
export function textChangeOf(oldText: string, newText: string): TextChange {
  const idOf = tokenIds();
  const before = tokenisedText(oldText, idOf);
  const after = tokenisedText(newText, idOf);
  const newOf = alignedTokens(before.ids, after.ids);
  const oldOf = inverseOf(newOf, after.ids.length);
  slideEdits(after, newOf, oldOf);
  slideEdits(before, oldOf, newOf);
  dissolveChanceMatches(before, after, newOf);
  return { before, after, newOf, oldOf: inverseOf(newOf, after.ids.length) };
}

function inverseOf(newOf: Int32Array, newLength: number): Int32Array {
  const oldOf = new Int32Array(newLength).fill(-1);
  newOf.forEach((j, i) => {
    if (j >= 0) oldOf[j] = i;
  });
  return oldOf;
}

/** The sum of the weights of the tokens `[from, to)`. */
export const weightBetween = (side: TokenisedText, from: number, to: number): number =>
  to > from ? side.sums[to]! - side.sums[from]! : 0;

/** A function that numbers folded tokens in the order in which it meets them. */
function tokenIds(): (token: string) => number {
  const byToken = new Map<string, number>();
  const byFolded = new Map<string, number>();
  return (token) => {
    const known = byToken.get(token);
    if (known !== undefined) return known;
    const folded = foldedToken(token);
    const id = byFolded.get(folded) ?? byFolded.size;
    byFolded.set(folded, id);
    byToken.set(token, id);
    return id;
  };
}

function tokenisedText(text: string, idOf: (token: string) => number): TokenisedText {
  const tokens = wordTokensOf(text);
  const count = tokens.starts.length;
  const ids = new Uint32Array(count);
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    ids[i] = idOf(text.slice(tokens.starts[i], tokens.ends[i]));
    sums[i + 1] = sums[i]! + tokens.weights[i]!;
  }
  return { ...tokens, text, index: new TextIndex(text), ids, sums, ...groupedById(ids) };
}

/** A counting sort of the token numbers by id. */
function groupedById(ids: Uint32Array): Pick<TokenisedText, 'tokensById' | 'firstById'> {
  const highest = ids.reduce((max, id) => Math.max(max, id), -1);
  const firstById = new Uint32Array(highest + 2);
  for (const id of ids) firstById[id + 1]!++;
  for (let id = 0; id <= highest; id++) firstById[id + 1]! += firstById[id]!;
  const next = firstById.slice();
  const tokensById = new Uint32Array(ids.length);
  ids.forEach((id, token) => (tokensById[next[id]!++] = token));
  return { tokensById, firstById };
}

/** The numbers of the tokens of one side that have an id, ascending. */
export function tokensWithId({ tokensById, firstById }: TokenisedText, id: number): Uint32Array {
  return id + 1 < firstById.length
    ? tokensById.subarray(firstById[id], firstById[id + 1])
    : new Uint32Array();
}

/** A run of tokens matched one after the other: old tokens `[start, end)`, new tokens from `newStart`. */
interface Run {
  start: number;
  end: number;
  newStart: number;
}

/** From this many tokens on, a run is no coincidence, however much was rewritten around it. */
const RUN_THAT_STANDS_ALONE = 4;

/**
 * Takes back matches such as a lone "the" between two rewritten stretches, which any two texts have in
 * common: short runs that weigh less than half of what was rewritten on *each* side. (The idea of diff-match-patch's semantic clean-up.)
 */
function dissolveChanceMatches(before: TokenisedText, after: TokenisedText, newOf: Int32Array): void {
  const start: Run = { start: 0, end: 0, newStart: 0 };
  const end: Run = { start: newOf.length, end: newOf.length, newStart: after.starts.length };
  const gapWeight = (left: Run, right: Run): number =>
    Math.max(
      weightBetween(before, left.end, right.start),
      weightBetween(after, left.newStart + left.end - left.start, right.newStart),
    );
  const isChance = (left: Run, run: Run, right: Run): boolean => {
    const weight = 2 * weightBetween(before, run.start, run.end);
    const isShort = run.end - run.start < RUN_THAT_STANDS_ALONE;
    return isShort && weight < gapWeight(left, run) && weight < gapWeight(run, right);
  };
  const kept: Run[] = [];
  const settle = (right: Run): void => {
    for (let run = kept.at(-1); run && isChance(kept.at(-2) ?? start, run, right); run = kept.at(-1)) {
      newOf.fill(-1, run.start, run.end);
      kept.pop();
    }
  };
  for (const run of runsOf(newOf)) {
    settle(run);
    kept.push(run);
  }
  settle(end);
}

function runsOf(newOf: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < newOf.length; i++) {
    const j = newOf[i]!;
    if (j < 0) continue;
    const last = runs.at(-1);
    if (last && last.end === i && last.newStart + (i - last.start) === j) last.end++;
    else runs.push({ start: i, end: i + 1, newStart: j });
  }
  return runs;
}

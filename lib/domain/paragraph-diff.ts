import { alignedTokens } from './token-alignment';
import { foldedToken, wordTokensOf } from './word-tokens';

/** A paragraph of two texts: the same in both, worded differently, or in one of them only (the other side is null). */
export type ParagraphChange =
  | { kind: 'same'; before: string; after: string }
  | { kind: 'changed'; before: string; after: string }
  | { kind: 'removed'; before: string; after: null }
  | { kind: 'added'; before: null; after: string };

/** So many paragraphs that are the same stand between two that differ, and are left out. */
export interface SkippedParagraphs {
  kind: 'skipped';
  count: number;
}

/** Two paragraphs are versions of each other when they share at least this part of their words (Dice's coefficient). */
const ALIKE = 0.4;
/** A stretch that was rewritten with more pairs of paragraphs than this is not compared pair by pair. */
const MOST_PAIRS = 40_000;

/**
 * The difference between two texts, paragraph by paragraph, for display. A paragraph is a line with anything in it;
 * blank lines are left out. `before` of all that are not `added` are the old text's paragraphs in their order, `after` of
 * all that are not `removed` the new one's. What was moved is removed in one place and added in another.
 */
export function paragraphDiffOf(before: string, after: string): ParagraphChange[] {
  const old = paragraphsOf(before);
  const next = paragraphsOf(after);
  const newOf = alignedTokens(...idsOf(old, next));
  const changes: ParagraphChange[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < next.length) {
    const from = i;
    while (i < old.length && newOf[i] === -1) i++;
    const until = i < old.length ? newOf[i]! : next.length;
    changes.push(...rewritten(old.slice(from, i), next.slice(j, until)));
    j = until;
    if (i < old.length) changes.push({ kind: 'same', before: old[i++]!, after: next[j++]! });
  }
  return changes;
}

/** A difference as one reads it: of paragraphs that are the same only those next to a change are kept. */
export function changesInContext(
  changes: readonly ParagraphChange[],
): (ParagraphChange | SkippedParagraphs)[] {
  const shown: (ParagraphChange | SkippedParagraphs)[] = [];
  changes.forEach((change, i) => {
    const isNear = [changes[i - 1], change, changes[i + 1]].some((each) => each && each.kind !== 'same');
    const last = shown.at(-1);
    if (isNear) shown.push(change);
    else if (last?.kind === 'skipped') last.count++;
    else shown.push({ kind: 'skipped', count: 1 });
  });
  return shown;
}

const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => /\S/u.test(line));

function idsOf(old: readonly string[], next: readonly string[]): [Uint32Array, Uint32Array] {
  const ids = new Map<string, number>();
  const idOf = (paragraph: string): number => {
    const id = ids.get(paragraph) ?? ids.size;
    ids.set(paragraph, id);
    return id;
  };
  return [Uint32Array.from(old, idOf), Uint32Array.from(next, idOf)];
}

/** The changes of a stretch that has no paragraph in common: versions of each other side by side, the rest by itself. */
function rewritten(old: readonly string[], next: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let [i, j] = [0, 0];
  const putSingle = (untilOld: number, untilNew: number): void => {
    while (i < untilOld) changes.push({ kind: 'removed', before: old[i++]!, after: null });
    while (j < untilNew) changes.push({ kind: 'added', before: null, after: next[j++]! });
  };
  for (const [a, b] of versionsIn(old, next)) {
    putSingle(a, b);
    changes.push({ kind: 'changed', before: old[i++]!, after: next[j++]! });
  }
  putSingle(old.length, next.length);
  return changes;
}

/** The pairs of paragraphs, in order on both sides, whose likeness adds up to the most. */
function versionsIn(old: readonly string[], next: readonly string[]): [number, number][] {
  if (old.length * next.length > MOST_PAIRS) return [];
  const [bagsBefore, bagsAfter] = [old.map(wordBagOf), next.map(wordBagOf)];
  const width = next.length + 1;
  const likeness = (i: number, j: number): number => {
    const value = diceOf(bagsBefore[i]!, bagsAfter[j]!);
    return value >= ALIKE ? value : 0;
  };
  // best[i * width + j]: the most that the paragraphs from i and from j on can add up to.
  const best = new Float64Array((old.length + 1) * width);
  const alike = new Float64Array(best.length);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--) {
      const at = i * width + j;
      alike[at] = likeness(i, j);
      const paired = alike[at] > 0 ? alike[at] + best[at + width + 1]! : 0;
      best[at] = Math.max(paired, best[at + width]!, best[at + 1]!);
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < old.length && j < next.length;) {
    const at = i * width + j;
    if (alike[at]! > 0 && best[at] === alike[at]! + best[at + width + 1]!) pairs.push([i++, j++]);
    else if (best[at] === best[at + width]) i++;
    else j++;
  }
  return pairs;
}

/** How often each folded word stands in a paragraph, and how many words there are. */
interface WordBag {
  counts: Map<string, number>;
  size: number;
}

function wordBagOf(paragraph: string): WordBag {
  const { starts, ends } = wordTokensOf(paragraph);
  const counts = new Map<string, number>();
  starts.forEach((start, i) => {
    const word = foldedToken(paragraph.slice(start, ends[i]));
    counts.set(word, (counts.get(word) ?? 0) + 1);
  });
  return { counts, size: starts.length };
}

/** Twice the words in common over all words of both: 0 to 1 (Dice 1945, on multisets). */
function diceOf(a: WordBag, b: WordBag): number {
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

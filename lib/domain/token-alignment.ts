import { diff } from 'fast-myers-diff';

/** Lengths of the runs of tokens that serve as anchors, one after the other: a sentence's worth first, a single word last. */
const ANCHOR_LENGTHS = [8, 3, 1] as const;
/**
 * Two stretches are compared word by word (Myers) only while the product of their lengths stays below this:
 * some milliseconds at the very worst. Larger ones without a common unique word count as rewritten.
 */
const MYERS_LIMIT = 1 << 19;

/** Two stretches `[oldStart, oldEnd)`, `[newStart, newEnd)` of token numbers that are still to be aligned. */
interface Gap {
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
  level: number;
}

/**
 * For each old token the index of the new token that it became, or -1. Increasing over the matched ones, and
 * only equal ids are matched. Patience diff (Bram Cohen): common ends are cut off, then runs of tokens that
 * occur once on both sides pin the two texts together along their longest common order, and only the small
 * gaps between pins are compared by Myers' algorithm (1986). Near-linear; never quadratic in the text.
 */
export function alignedTokens(oldIds: Uint32Array, newIds: Uint32Array): Int32Array {
  const newOf = new Int32Array(oldIds.length).fill(-1);
  const open: Gap[] = [{ oldStart: 0, oldEnd: oldIds.length, newStart: 0, newEnd: newIds.length, level: 0 }];
  for (let gap = open.pop(); gap; gap = open.pop()) {
    matchCommonEnds(gap, oldIds, newIds, newOf);
    const product = (gap.oldEnd - gap.oldStart) * (gap.newEnd - gap.newStart);
    if (product === 0) continue;
    if (product <= MYERS_LIMIT) matchByMyers(gap, oldIds, newIds, newOf);
    else if (gap.level < ANCHOR_LENGTHS.length) open.push(...gapsBetweenPins(gap, oldIds, newIds, newOf));
  }
  return newOf;
}

/** Matches what the two stretches have in common at both ends and shrinks the gap to what is left. */
function matchCommonEnds(gap: Gap, oldIds: Uint32Array, newIds: Uint32Array, newOf: Int32Array): void {
  while (
    gap.oldStart < gap.oldEnd &&
    gap.newStart < gap.newEnd &&
    oldIds[gap.oldStart] === newIds[gap.newStart]
  ) {
    newOf[gap.oldStart++] = gap.newStart++;
  }
  while (
    gap.oldStart < gap.oldEnd &&
    gap.newStart < gap.newEnd &&
    oldIds[gap.oldEnd - 1] === newIds[gap.newEnd - 1]
  ) {
    newOf[--gap.oldEnd] = --gap.newEnd;
  }
}

function matchByMyers(gap: Gap, oldIds: Uint32Array, newIds: Uint32Array, newOf: Int32Array): void {
  const { oldStart, oldEnd, newStart, newEnd } = gap;
  let i = oldStart;
  let j = newStart;
  const hunks = diff(oldIds.subarray(oldStart, oldEnd), newIds.subarray(newStart, newEnd));
  for (const [from, to, , newTo] of hunks) {
    while (i < oldStart + from) newOf[i++] = j++;
    i = oldStart + to;
    j = newStart + newTo;
  }
  while (i < oldEnd) newOf[i++] = j++;
}

/** Pins the gap by its unique runs; what lies between the pins is looked at again with shorter runs. */
function gapsBetweenPins(gap: Gap, oldIds: Uint32Array, newIds: Uint32Array, newOf: Int32Array): Gap[] {
  const length = ANCHOR_LENGTHS[gap.level]!;
  const level = gap.level + 1;
  const oldRuns = uniqueRuns(oldIds, gap.oldStart, gap.oldEnd, length);
  const newRuns = uniqueRuns(newIds, gap.newStart, gap.newEnd, length);
  const pairs: [number, number][] = [];
  for (const [hash, i] of oldRuns) {
    const j = newRuns.get(hash) ?? -1;
    if (i >= 0 && j >= 0 && areRunsEqual(oldIds, i, newIds, j, length)) pairs.push([i, j]);
  }
  const gaps: Gap[] = [];
  let { oldStart, newStart } = gap;
  for (const [i, j] of longestIncreasing(pairs.sort((a, b) => a[0] - b[0]))) {
    newOf[i] = j;
    if (i > oldStart && j > newStart) gaps.push({ oldStart, oldEnd: i, newStart, newEnd: j, level });
    oldStart = i + 1;
    newStart = j + 1;
  }
  gaps.push({ oldStart, oldEnd: gap.oldEnd, newStart, newEnd: gap.newEnd, level });
  return gaps;
}

/** Hash of each run of `length` ids → where it starts, or -1 when the hash occurs more than once. */
function uniqueRuns(ids: Uint32Array, start: number, end: number, length: number): Map<number, number> {
  const runs = new Map<number, number>();
  for (let i = start; i + length <= end; i++) {
    let hash = 0x811c9dc5;
    for (let k = 0; k < length; k++) hash = Math.imul(hash ^ ids[i + k]!, 0x01000193) ^ (hash >>> 15);
    runs.set(hash, runs.has(hash) ? -1 : i);
  }
  return runs;
}

function areRunsEqual(
  oldIds: Uint32Array,
  i: number,
  newIds: Uint32Array,
  j: number,
  length: number,
): boolean {
  for (let k = 0; k < length; k++) if (oldIds[i + k] !== newIds[j + k]) return false;
  return true;
}

/** The longest subsequence of pairs (sorted by the first) whose second numbers increase. Fredman 1975. */
function longestIncreasing(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], p) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[p] = tails[low - 1]!;
    tails[low] = p;
  });
  const chain: [number, number][] = [];
  for (let p = tails.at(-1) ?? -1; p >= 0; p = previous[p]!) chain.push(pairs[p]!);
  return chain.reverse();
}

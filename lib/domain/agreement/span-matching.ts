import { bySpan, type Span } from '../span';

/** Indexes into the spans of the first and of the second annotator. */
export type MatchedSpans = readonly [a: number, b: number];

/** How many spans both annotators have with the very same ends, one to one: of two alike and one, one is matched. */
export function exactMatchCount(a: readonly Span[], b: readonly Span[]): number {
  const left = new Map<string, number>();
  for (const span of a) left.set(keyOf(span), (left.get(keyOf(span)) ?? 0) + 1);
  let matched = 0;
  for (const span of b) {
    const count = left.get(keyOf(span)) ?? 0;
    if (count === 0) continue;
    left.set(keyOf(span), count - 1);
    matched++;
  }
  return matched;
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

/** Shared code points over those of either: 0 for spans that do not overlap, 1 for equal ones. */
export function jaccardOf(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (a.end - a.start + b.end - b.start - shared);
}

/** Spans are the same in the sense of overlap when at least half of what they cover together is shared. */
export const isSameByOverlap = (a: Span, b: Span): boolean => jaccardOf(a, b) >= 0.5;

/**
 * Pairs of spans that are the same by overlap, one to one, and the most of them that there can be (a greatest matching of
 * the bipartite graph: Berge 1957, by augmenting paths). Among greatest matchings equal and then closest spans are preferred
 * where that costs no pair; which one is found depends on the two sets of spans alone, not on their order.
 */
export function overlapMatches(a: readonly Span[], b: readonly Span[]): MatchedSpans[] {
  const matching = new Matching(sortedIndexes(a), sortedIndexes(b));
  matching.pairClosest();
  matching.augment();
  return matching.pairs();
}

interface Indexed extends Span {
  index: number;
}

const sortedIndexes = (spans: readonly Span[]): Indexed[] =>
  spans
    .map(({ start, end }, index) => ({ start, end, index }))
    .sort((x, y) => bySpan(x, y) || x.index - y.index);

const NOBODY = -1;

class Matching {
  readonly #a: readonly Indexed[];
  readonly #b: readonly Indexed[];
  readonly #ofA: Int32Array;
  readonly #ofB: Int32Array;

  constructor(a: readonly Indexed[], b: readonly Indexed[]) {
    this.#a = a;
    this.#b = b;
    this.#ofA = new Int32Array(a.length).fill(NOBODY);
    this.#ofB = new Int32Array(b.length).fill(NOBODY);
  }

  pairClosest(): void {
    for (const isClose of [(jaccard: number) => jaccard === 1, () => true])
      this.#a.forEach((span, i) => {
        if (this.#ofA[i] !== NOBODY) return;
        let [best, closest] = [NOBODY, 0];
        for (const j of this.#candidates(span)) {
          if (this.#ofB[j] !== NOBODY) continue;
          const jaccard = jaccardOf(span, this.#b[j]!);
          if (jaccard > closest && isClose(jaccard)) [best, closest] = [j, jaccard];
          if (closest === 1) break;
        }
        if (best !== NOBODY) this.#join(i, best);
      });
  }

  /** From each free span of A: a path of alternately new and old pairs to a free span of B makes one pair more. */
  augment(): void {
    this.#a.forEach((_, i) => {
      if (this.#ofA[i] === NOBODY) this.#augmentFrom(i);
    });
  }

  #augmentFrom(root: number): void {
    const cameFrom = new Map<number, number>();
    const queue = [root];
    for (const i of queue)
      for (const j of this.#candidates(this.#a[i]!)) {
        if (cameFrom.has(j)) continue;
        cameFrom.set(j, i);
        const partner = this.#ofB[j]!;
        if (partner === NOBODY) return this.#turn(j, cameFrom);
        queue.push(partner);
      }
  }

  #turn(end: number, cameFrom: ReadonlyMap<number, number>): void {
    for (let j = end; j !== NOBODY;) {
      const i = cameFrom.get(j)!;
      const before = this.#ofA[i]!;
      this.#join(i, j);
      j = before;
    }
  }

  #join(i: number, j: number): void {
    this.#ofA[i] = j;
    this.#ofB[j] = i;
  }

  /** Spans of B that are the same by overlap. None begins further before than the span is long, or behind its middle. */
  *#candidates(span: Span): Generator<number> {
    const length = span.end - span.start;
    for (let j = this.#firstFrom(span.start - length); j < this.#b.length; j++) {
      if (this.#b[j]!.start > span.start + length / 2) return;
      if (isSameByOverlap(span, this.#b[j]!)) yield j;
    }
  }

  #firstFrom(start: number): number {
    let [low, high] = [0, this.#b.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#b[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  pairs(): MatchedSpans[] {
    return this.#a.flatMap(({ index }, i): MatchedSpans[] => {
      const j = this.#ofA[i]!;
      return j === NOBODY ? [] : [[index, this.#b[j]!.index]];
    });
  }
}

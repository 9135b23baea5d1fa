import { bySpan, type Span } from '../span';

/** Spans sorted and disjoint, as an annotation has them. */
type Spans = readonly Span[];

/** Shared code points over those of either, over all spans of two marks: 1 for the same places, 0 for none in common. */
export function markJaccard(a: Spans, b: Spans): number {
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
    if (x.end < y.end) i++;
    else j++;
  }
  return shared === 0 ? 0 : shared / (lengthOf(a) + lengthOf(b) - shared);
}

const lengthOf = (spans: Spans): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

export const haveSameSpans = (a: Spans, b: Spans): boolean =>
  a.length === b.length && a.every((span, i) => bySpan(span, b[i]!) === 0);

/**
 * Pairs of `0…a` with `0…b`, one to one: by `closeness` (0 for what does not match), the closest first, those that are
 * wholly alike (1 and more) for good; the others so that there are as many pairs as can be (augmenting paths: Berge 1957).
 * Which of several equal ones is taken depends on the order of both sides alone.
 */
export function closestPairs(
  candidates: readonly { a: number; b: number; closeness: number }[],
): Map<number, number> {
  const ofA = new Map<number, number>();
  const ofB = new Map<number, number>();
  const join = (a: number, b: number): void => {
    ofA.set(a, b);
    ofB.set(b, a);
  };
  const byCloseness = [...candidates].sort((x, y) => y.closeness - x.closeness || x.a - y.a || x.b - y.b);
  const neighbours = new Map<number, number[]>();
  const settled = { a: new Set<number>(), b: new Set<number>() };
  for (const { a, b, closeness } of byCloseness) {
    if (settled.a.has(a) || settled.b.has(b)) continue;
    const isFree = !ofA.has(a) && !ofB.has(b);
    if (isFree) join(a, b);
    if (closeness >= 1) {
      // What is wholly alike comes first, so that neither has another neighbour yet.
      settled.a.add(a);
      settled.b.add(b);
    } else neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  }
  for (const root of [...neighbours.keys()].sort((x, y) => x - y)) {
    if (ofA.has(root)) continue;
    const cameFrom = new Map<number, number>();
    const queue = [root];
    search: for (const a of queue)
      for (const b of neighbours.get(a) ?? []) {
        if (cameFrom.has(b)) continue;
        cameFrom.set(b, a);
        const partner = ofB.get(b);
        if (partner !== undefined) {
          queue.push(partner);
          continue;
        }
        for (let end: number | undefined = b; end !== undefined;) {
          const from: number = cameFrom.get(end)!;
          const before = ofA.get(from);
          join(from, end);
          end = before;
        }
        break search;
      }
  }
  return ofA;
}

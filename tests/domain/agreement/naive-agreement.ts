import type { Span } from '@/lib/domain/span';

/** The definitions written out, code point by code point and section by section: what the quick ones are held to. */

/** Spans that share a code point made one, by trying all pairs until none is left. */
export function naiveUnits(spans: readonly Span[]): Span[] {
  const units = spans.map(({ start, end }) => ({ start, end }));
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 0; i < units.length && !changed; i++)
      for (let j = i + 1; j < units.length && !changed; j++) {
        const [a, b] = [units[i]!, units[j]!];
        const shares = codePoints([a]).some((at) => at >= b.start && at < b.end);
        if (!shares) continue;
        units.splice(j, 1);
        units[i] = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
        changed = true;
      }
  }
  return units.sort((a, b) => a.start - b.start);
}

const codePoints = (spans: readonly Span[]): number[] =>
  spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));

interface Section {
  b: number;
  l: number;
  v: 0 | 1;
}

function sectionsOf(spans: readonly Span[], length: number): Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const { start, end } of naiveUnits(spans)) {
    if (start > at) sections.push({ b: at, l: start - at, v: 0 });
    sections.push({ b: start, l: end - start, v: 1 });
    at = end;
  }
  if (at < length) sections.push({ b: at, l: length - at, v: 0 });
  return sections;
}

/** δ² of two sections, as Krippendorff (1995, eq. 4) states it. */
function squaredDifference(g: Section, h: Section): number {
  if (g.v && h.v && -g.l < g.b - h.b && g.b - h.b < h.l)
    return (g.b - h.b) ** 2 + (g.b + g.l - h.b - h.l) ** 2;
  if (g.v && !h.v && h.l - g.l >= g.b - h.b && g.b - h.b >= 0) return g.l ** 2;
  if (!g.v && h.v && h.l - g.l <= g.b - h.b && g.b - h.b <= 0) return h.l ** 2;
  return 0;
}

export interface Disagreements {
  observed: number;
  expected: number;
}

/** Do and De of one kind over texts laid end to end. */
export function naiveDisagreements(
  texts: readonly { observers: readonly (readonly Span[])[]; length: number }[],
): Disagreements {
  const m = texts[0]!.observers.length;
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const sections = texts.map((text) => text.observers.map((spans) => sectionsOf(spans, text.length)));
  let observed = 0;
  for (const ofText of sections)
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++)
        if (i !== j)
          for (const g of ofText[i]!) for (const h of ofText[j]!) observed += squaredDifference(g, h);
  const all = sections.flat(2);
  const count = all.filter(({ v }) => v === 1).length;
  let [numerator, within] = [0, 0];
  for (const { l, v } of all) {
    if (!v) continue;
    let ofGaps = 0;
    for (const gap of all) if (!gap.v && gap.l >= l) ofGaps += gap.l - l + 1;
    numerator += ((count - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * ofGaps;
    within += l * (l - 1);
  }
  return {
    observed: observed / (m * (m - 1) * length ** 2),
    expected: ((2 / length) * numerator) / (m * length * (m * length - 1) - within),
  };
}

/** One mark for each code point: whether a span covers it. */
export const maskOf = (spans: readonly Span[], length: number): boolean[] => {
  const marked = new Set(codePoints(spans));
  return Array.from({ length }, (_, at) => marked.has(at));
};

/** The most pairs that can be matched one to one, by trying every way. */
export function naiveMatchCount(
  a: readonly Span[],
  b: readonly Span[],
  isSame: (a: Span, b: Span) => boolean,
): number {
  const [first, ...rest] = a;
  if (!first) return 0;
  const without = naiveMatchCount(rest, b, isSame);
  return b.reduce(
    (most, other, j) =>
      isSame(first, other) ? Math.max(most, 1 + naiveMatchCount(rest, b.toSpliced(j, 1), isSame)) : most,
    without,
  );
}

/** Shared code points over those of either, counted one by one. */
export function naiveJaccard(a: Span, b: Span): number {
  const [inA, inB] = [new Set(codePoints([a])), new Set(codePoints([b]))];
  return [...inA].filter((at) => inB.has(at)).length / new Set([...inA, ...inB]).size;
}

/** Cohen's kappa, from the shares of each value. */
export function naiveKappa<V>(pairs: readonly (readonly [a: V, b: V])[]): number | null {
  const share = (values: readonly V[], value: V): number =>
    values.filter((other) => other === value).length / values.length;
  const [ofA, ofB] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const observed = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const expected = [...new Set(ofA)].reduce((sum, value) => sum + share(ofA, value) * share(ofB, value), 0);
  return pairs.length === 0 || 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected);
}

/** 1 − mean difference within units / mean difference of all values paired with each other, pair by pair. */
export function naiveAlpha<V>(
  units: readonly (readonly V[])[],
  difference: (c: V, k: V) => number,
): number | null {
  const paired = units.filter((values) => values.length > 1);
  const all = paired.flat();
  const sumOfPairs = (values: readonly V[]): number =>
    values.reduce(
      (sum, c, i) => sum + values.reduce((own, k, j) => own + (i === j ? 0 : difference(c, k)), 0),
      0,
    );
  const observed =
    paired.reduce((sum, values) => sum + sumOfPairs(values) / (values.length - 1), 0) / all.length;
  const expected = sumOfPairs(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

/** δ² of ordered values, from how many of each there are between the two. */
export function naiveOrdinalDifference<V>(units: readonly (readonly V[])[], order: readonly V[]) {
  const all = units.filter((values) => values.length > 1).flat();
  const counts = order.map((value) => all.filter((other) => other === value).length);
  return (c: V, k: V): number => {
    const [low, high] = [order.indexOf(c), order.indexOf(k)].sort((x, y) => x - y) as [number, number];
    const between = counts.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
    return (between - (counts[low]! + counts[high]!) / 2) ** 2;
  };
}

/** Of two sets of words, each of which stands once in its list. */
export function naiveJaccardOfSets(a: readonly string[], b: readonly string[]): number {
  const all = [...new Set([...a, ...b])];
  return all.length === 0
    ? 0
    : 1 - all.filter((word) => a.includes(word) && b.includes(word)).length / all.length;
}

/** As Passonneau (2006) states it, case by case. */
export function naiveMasi(a: readonly string[], b: readonly string[]): number {
  const holds = (outer: readonly string[], inner: readonly string[]) =>
    inner.every((word) => outer.includes(word));
  const jaccard = 1 - naiveJaccardOfSets(a, b);
  if (holds(a, b) && holds(b, a)) return 0;
  if (!a.some((word) => b.includes(word))) return 1;
  return 1 - jaccard * (holds(a, b) || holds(b, a) ? 2 / 3 : 1 / 3);
}

/** The most pairs that can be matched one to one, by paths that alternate: for more spans than every way could be tried of. */
export function naiveMatchCountByPaths(
  a: readonly Span[],
  b: readonly Span[],
  isSame: (a: Span, b: Span) => boolean,
): number {
  const partner = new Array<number>(b.length).fill(-1);
  const canPlace = (i: number, seen: Set<number>): boolean =>
    b.some((other, j) => {
      if (seen.has(j) || !isSame(a[i]!, other)) return false;
      seen.add(j);
      if (partner[j] !== -1 && !canPlace(partner[j]!, seen)) return false;
      partner[j] = i;
      return true;
    });
  return a.filter((_, i) => canPlace(i, new Set())).length;
}

/** Half-open `[start, end)` in Unicode code points of a revision's text; never empty. */
export interface Span {
  start: number;
  end: number;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
/** Order in the text: by start, the longer first where two start together. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Invariant 2: at least one span, sorted, disjoint (touching is allowed), each not empty. */
export function areSortedAndDisjoint(spans: readonly Span[]): boolean {
  return (
    spans.length > 0 &&
    spans.every((span, i) => span.start < span.end && (i === 0 || spans[i - 1]!.end <= span.start))
  );
}

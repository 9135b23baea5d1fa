import { overlaps, type Span } from './span';

/** A stretch of text over which the same annotations lie. Flat: segments of one block never overlap. */
export interface Segment extends Span {
  /** Ids of the annotations that cover it, outermost (earliest, then longest) first. */
  active: string[];
  /** Ids of the annotations whose first stretch begins here: where their marker button stands. */
  opens: string[];
}

/** What the painter needs to know of an annotation. Spans sorted and disjoint. */
export interface Markable {
  id: string;
  spans: readonly Span[];
}

/**
 * The flat segments of a block: sorted boundaries, and for each piece between two of them the annotations
 * that cover it. `markables` come in document order. Covers the block without gaps; O((s + b) · a) for `s` spans
 * in the block, `b` boundaries and `a` simultaneously active annotations.
 */
export function segmentsOf(block: Span, markables: readonly Markable[]): Segment[] {
  const pieces: { id: string; span: Span; first: boolean }[] = [];
  for (const { id, spans } of markables)
    for (const [i, span] of spans.entries())
      if (overlaps(span, block)) pieces.push({ id, span, first: i === 0 });

  const boundaries = new Set([block.start, block.end]);
  for (const { span } of pieces) {
    if (span.start > block.start) boundaries.add(span.start);
    if (span.end < block.end) boundaries.add(span.end);
  }
  const sorted = [...boundaries].sort((a, b) => a - b);
  const byStart = [...pieces].sort((a, b) => a.span.start - b.span.start);

  const segments: Segment[] = [];
  let active: typeof pieces = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const start = sorted[i]!;
    const end = sorted[i + 1]!;
    active = active.filter((piece) => piece.span.end > start);
    while (next < byStart.length && byStart[next]!.span.start <= start) active.push(byStart[next++]!);
    const ordered = pieces.length > 1 ? [...active].sort(outermostFirst) : active;
    segments.push({
      start,
      end,
      active: ordered.map((piece) => piece.id),
      opens: ordered.filter((piece) => piece.first && piece.span.start === start).map((piece) => piece.id),
    });
  }
  return segments;
}

const outermostFirst = (a: { span: Span; id: string }, b: { span: Span; id: string }): number =>
  a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : 1);

/**
 * The lane (0 is nearest to the words) in which each annotation's underline runs, so that two that overlap never
 * share one: greedy colouring of intervals in document order. Inner annotations run nearer to the words.
 */
export function lanesOf(markables: readonly Markable[]): Map<string, number> {
  const spans = markables.flatMap(({ id, spans }) =>
    spans.length ? [{ id, start: spans[0]!.start, end: spans[spans.length - 1]!.end }] : [],
  );
  // The shorter first: what is nested gets the lower lane, however long its surroundings are.
  spans.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const lanes: IntervalSet[] = [];
  const laneOf = new Map<string, number>();
  for (const { id, start, end } of spans) {
    let lane = 0;
    while (lanes[lane]?.meets(start, end)) lane++;
    (lanes[lane] ??= new IntervalSet()).add(start, end);
    laneOf.set(id, lane);
  }
  return laneOf;
}

/** Disjoint intervals in ascending order; found by bisection. */
class IntervalSet {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  meets(start: number, end: number): boolean {
    const i = this.#after(start);
    return (i > 0 && this.#ends[i - 1]! > start) || (i < this.#starts.length && this.#starts[i]! < end);
  }

  add(start: number, end: number): void {
    const i = this.#after(start);
    this.#starts.splice(i, 0, start);
    this.#ends.splice(i, 0, end);
  }

  /** Index of the first interval that starts after `start`. */
  #after(start: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

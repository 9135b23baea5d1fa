import { bySpan, type Span } from '../span';

/**
 * One annotator's spans of one kind as the units of a continuum: in order, those that share a code point made one. Spans
 * that only touch stay apart: where one ends and the next begins is a boundary somebody drew.
 */
export function mergedUnits(spans: readonly Span[]): Span[] {
  const units: Span[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    const last = units.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else units.push({ start, end });
  }
  return units;
}

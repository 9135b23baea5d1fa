import { bySpan, type Span } from './span';

/** The spans in order, those that overlap or touch made one: what an annotation of all of them covers. */
export function spansTogether(spans: readonly Span[]): Span[] {
  const together: Span[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    const last = together.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else together.push({ start, end });
  }
  return together;
}

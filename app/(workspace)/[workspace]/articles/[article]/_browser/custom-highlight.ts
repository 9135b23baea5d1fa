import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { rangeFromSpan } from './text-places';

/** What is painted for a moment only, in style sheets `::highlight(touchstone-draft)` and so on. */
export type HighlightName =
  'touchstone-draft' | 'touchstone-hover' | 'touchstone-search' | 'touchstone-caret';

/** Paints spans without touching the DOM, in place of what had the name before. No effect where unsupported. */
export function paintSpans(
  name: HighlightName,
  root: HTMLElement,
  index: TextIndex,
  spans: readonly Span[],
): void {
  if (typeof Highlight === 'undefined') return;
  const ranges = spans.flatMap((span) => rangeFromSpan(root, index, span) ?? []);
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

export function clearHighlight(name: HighlightName): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(name);
}

import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { rangesFromSpans } from './text-places';

/** What is painted for a moment only, in style sheets `::highlight(touchstone-draft)` and so on. */
export type HighlightName =
  | 'touchstone-draft'
  | 'touchstone-held'
  | 'touchstone-hover'
  | 'touchstone-search'
  | 'touchstone-hit'
  | 'touchstone-others'
  | 'touchstone-others'
  | 'touchstone-caret';

/** Paints spans without touching the DOM, in place of what had the name before. No effect where unsupported. */
export function paintSpans(
  name: HighlightName,
  root: HTMLElement,
  index: TextIndex,
  spans: readonly Span[],
): void {
  if (typeof Highlight === 'undefined') return;
  const ranges = rangesFromSpans(root, index, spans);
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

export function clearHighlight(name: HighlightName): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(name);
}

import type { TextIndex } from '@/lib/domain/text-index';
import { offsetFromPoint, pointFromOffset } from './text-places';

/** The code point at the caret, while the article's text has the focus; null elsewhere. */
export function findCaret(index: TextIndex): number | null {
  const root = document.activeElement;
  const selection = document.getSelection();
  if (!(root instanceof HTMLElement) || !root.matches('[data-article-text]')) return null;
  if (!selection?.focusNode || !root.contains(selection.focusNode)) return null;
  return offsetFromPoint(root, index, { node: selection.focusNode, offset: selection.focusOffset }, 'start');
}

/** Gives the text the focus, with the caret at a code point or, for null, where it was. */
export function focusText(root: HTMLElement, index: TextIndex, at: number | null): void {
  const point = at === null ? null : pointFromOffset(root, index, at);
  // The caret is shown where the document's selection is when the focus arrives.
  if (point) document.getSelection()?.collapse(point.node, point.offset);
  root.focus({ preventScroll: true });
}

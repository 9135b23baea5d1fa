import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { stretchesFromSelection } from './selection-to-spans';

/**
 * What is copied from the text is the article's own words, to the letter: browsers by themselves put a line end where a
 * mark begins. A selection that goes on outside of the text is left to the browser. The answer ends it.
 */
export function copyOwnWords(root: HTMLElement, index: TextIndex, hidden: readonly Span[]): () => void {
  const onCopy = (event: ClipboardEvent): void => {
    if (event.target instanceof Element && event.target.closest('input, textarea')) return;
    const selection = document.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    if (!selection || !range || !root.contains(range.commonAncestorContainer)) return;
    const words = stretchesFromSelection(selection, index, hidden).map(({ start, end }) =>
      index.slice(start, end),
    );
    if (words.length === 0) return;
    event.clipboardData?.setData('text/plain', words.join(''));
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy);
  return () => document.removeEventListener('copy', onCopy);
}

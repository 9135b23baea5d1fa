import type { TextIndex } from '@/lib/domain/text-index';
import { offsetFromPoint, pointFromOffset } from './text-places';

/** A selection in the article's text, to the letter, in code points; `focus` is the end that moves. */
export interface CapturedSelection {
  anchor: number;
  focus: number;
}

/** The selection as offsets, which outlive the nodes it lies in; null when no text of the article is selected. */
export function captureSelection(root: HTMLElement, index: TextIndex): CapturedSelection | null {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || selection.isCollapsed) return null;
  if (!root.contains(anchorNode) || !root.contains(focusNode)) return null;
  const range = selection.getRangeAt(0);
  const isForward = range.startContainer === anchorNode && range.startOffset === selection.anchorOffset;
  const anchor = offsetFromPoint(
    root,
    index,
    { node: anchorNode, offset: selection.anchorOffset },
    isForward ? 'start' : 'end',
  );
  const focus = offsetFromPoint(
    root,
    index,
    { node: focusNode, offset: selection.focusOffset },
    isForward ? 'end' : 'start',
  );
  return anchor === null || focus === null || anchor === focus ? null : { anchor, focus };
}

export function restoreSelection(
  root: HTMLElement,
  index: TextIndex,
  { anchor, focus }: CapturedSelection,
): void {
  const from = pointFromOffset(root, index, anchor);
  const to = pointFromOffset(root, index, focus);
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/**
 * Remembers the selection in a text whenever it changes. `restore` puts it back after the text was rendered anew:
 * call it in a layout effect, before the browser tells of the selection that the rendering destroyed.
 */
export function keepSelection(
  root: HTMLElement,
  index: TextIndex,
): { restore: () => void; stop: () => void } {
  let kept = captureSelection(root, index);
  const remember = (): void => {
    kept = captureSelection(root, index);
  };
  document.addEventListener('selectionchange', remember);
  return {
    restore: () => {
      const now = kept && captureSelection(root, index);
      if (kept && (now?.anchor !== kept.anchor || now.focus !== kept.focus))
        restoreSelection(root, index, kept);
    },
    stop: () => document.removeEventListener('selectionchange', remember),
  };
}

import type { TextIndex } from '@/lib/domain/text-index';
import { offsetFromPoint } from './text-places';

/** The code point of the text under a point of the window; null where there is no text of the article. */
export function offsetAtPointer(
  root: HTMLElement,
  index: TextIndex,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): number | null {
  const place = placeAt(clientX, clientY);
  return place && root.contains(place.node) ? offsetFromPoint(root, index, place, 'start') : null;
}

function placeAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

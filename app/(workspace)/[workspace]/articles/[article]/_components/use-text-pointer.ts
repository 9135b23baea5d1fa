'use client';
import { type MouseEvent, type PointerEvent, useCallback } from 'react';

export interface TextPointer {
  onHover: (id: string | null) => void;
  /**
   * `ids` of what was pressed, innermost first; `withFocus` when the press came from a marker. `place` is the line that
   * was pressed, in the window.
   */
  onOpen: (ids: string[], withFocus: boolean, place?: DOMRect) => void;
}

/** The pointer's way to what is marked: hovering lights it, a press opens it. */
export function useTextPointer({ onHover, onOpen }: TextPointer) {
  const onPointerOver = useCallback(
    (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.buttons === 0) onHover(idsAt(event.target)[0] ?? null);
    },
    [onHover],
  );
  const onPointerLeave = useCallback(() => onHover(null), [onHover]);
  const onClick = useCallback(
    (event: MouseEvent) => {
      const marker = (event.target as Element).closest<HTMLElement>('[data-marker]');
      if (marker) return onOpen([marker.dataset.marker!], true);
      // The end of a drag is a selection, not a press on what lies under it.
      if (!document.getSelection()?.isCollapsed) return;
      onOpen(idsAt(event.target), false, lineAt(event));
    },
    [onOpen],
  );
  return { onPointerOver, onPointerLeave, onClick };
}

/** The annotations under a point of the text, innermost first. */
export const idsAt = (target: EventTarget | null): string[] =>
  (target instanceof Element
    ? target.closest<HTMLElement>('[data-ids]')?.dataset.ids?.split(' ').reverse()
    : null) ?? [];

/** The line of a mark that was pressed; a mark may run over several. */
function lineAt({ target, clientY }: MouseEvent): DOMRect | undefined {
  const rects = [...((target as Element).closest('[data-ids]')?.getClientRects() ?? [])];
  return rects.find((rect) => rect.top <= clientY && clientY <= rect.bottom) ?? rects[0];
}

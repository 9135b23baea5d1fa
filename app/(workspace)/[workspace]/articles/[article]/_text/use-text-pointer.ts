'use client';
import { type MouseEvent, type PointerEvent, useCallback, useLayoutEffect, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { idsOver } from './marks-in-text';

export interface TextPointer {
  /** Those that have a place in the text. */
  annotations: readonly Annotation[];
  onHover: (id: string | null) => void;
  /**
   * `ids` of what was pressed, innermost first; `withFocus` when the press came from a marker. `place` is the line that
   * was pressed, in the window.
   */
  onOpen: (ids: string[], withFocus: boolean, place?: DOMRect) => void;
}

/** The pointer's way to what is marked: hovering lights it, a press opens it. */
export function useTextPointer({ annotations, onHover, onOpen }: TextPointer) {
  const idsRef = useLatestIds(annotations);
  const onPointerOver = useCallback(
    (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.buttons === 0)
        onHover(idsRef.current(event.target)[0] ?? null);
    },
    [onHover, idsRef],
  );
  const onPointerLeave = useCallback(() => onHover(null), [onHover]);
  const onClick = useCallback(
    (event: MouseEvent) => {
      const marker = (event.target as Element).closest<HTMLElement>('[data-marker]');
      if (marker) return onOpen([marker.dataset.marker!], true);
      // The end of a drag is a selection, not a press on what lies under it.
      if (!document.getSelection()?.isCollapsed) return;
      onOpen(idsRef.current(event.target), false, lineAt(event));
    },
    [onOpen, idsRef],
  );
  return { onPointerOver, onPointerLeave, onClick };
}

/** The annotations under a point of the text, innermost first, of those that are there when it is asked. */
export function useLatestIds(annotations: readonly Annotation[]) {
  const ref = useRef((_target: EventTarget | null): string[] => []);
  useLayoutEffect(() => {
    ref.current = (target) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('mark[data-start]') : null;
      return mark ? idsOver(annotations, Number(mark.dataset.start)) : [];
    };
  }, [annotations]);
  return ref;
}

/** The line of a mark that was pressed; a mark may run over several. */
function lineAt({ target, clientY }: MouseEvent): DOMRect | undefined {
  const rects = [...((target as Element).closest('mark[data-start]')?.getClientRects() ?? [])];
  return rects.find((rect) => rect.top <= clientY && clientY <= rect.bottom) ?? rects[0];
}

'use client';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { Span } from '@/lib/domain/span';
import { snappedSpan } from '@/lib/domain/span-snap';
import type { TextIndex } from '@/lib/domain/text-index';
import { offsetFromPoint } from '../articles/[article]/_browser/text-places';

/** Tells of each selection of words in an element whose text has `data-start`; by whole words. */
export function useSelectedSpan(
  root: RefObject<HTMLElement | null>,
  index: TextIndex,
  onSelect: (span: Span) => void,
): void {
  const tell = useEffectEvent(onSelect);
  useEffect(() => {
    const read = () => {
      const span = root.current && selectedSpan(root.current, index);
      if (span) tell(span);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [root, index]);
}

function selectedSpan(root: HTMLElement, index: TextIndex): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) && !root.contains(range.endContainer)) return null;
  const start = offsetFromPoint(
    root,
    index,
    { node: range.startContainer, offset: range.startOffset },
    'start',
  );
  const end = offsetFromPoint(root, index, { node: range.endContainer, offset: range.endOffset }, 'end');
  return start !== null && end !== null && start < end ? snappedSpan(index, { start, end }, true) : null;
}

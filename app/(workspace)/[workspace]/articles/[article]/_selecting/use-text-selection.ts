'use client';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { copyOwnWords } from '../_browser/copy-own-words';
import { selectBlocksWhole } from '../_browser/select-blocks-whole';
import { spansFromSelection } from '../_browser/selection-to-spans';

export interface TextSelection {
  /** More than one where hidden lines lie between the words. */
  spans: readonly Span[];
  /** Where the tools go, in pixels from the text's place: above the first line or beneath the last one. */
  top: number;
  bottom: number;
  left: number;
}

/**
 * The words selected in the text, known once the pointer rests. They stay known while somebody works on a card
 * (`isShown` is false then), so that an annotation can be given them.
 */
export function useTextSelection(
  textRef: RefObject<HTMLElement | null>,
  index: TextIndex,
  hidden: readonly Span[],
  enabled: boolean,
) {
  const [selection, setSelection] = useState<TextSelection | null>(null);
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    if (!enabled) return;
    let isPressed = false;
    // With Alt the ends stay where they were set, within a word too.
    let keepsLetters = false;
    let frame = 0;
    const look = () => {
      frame = 0;
      const text = textRef.current;
      const native = document.getSelection();
      if (!text || !native || isPressed) return;
      const range = native.rangeCount > 0 && !native.isCollapsed ? native.getRangeAt(0) : null;
      const touches = range?.intersectsNode(text) ?? false;
      const spans = touches ? spansFromSelection(native, index, { toWords: !keepsLetters, hidden }) : [];
      setShown(spans.length > 0);
      if (spans.length > 0 && range) setSelection({ spans, ...placeOf(range, text) });
      else if (text.contains(native.anchorNode)) setSelection(null);
    };
    const soon = () => {
      if (!frame) frame = requestAnimationFrame(look);
    };
    // A finger's selection grows by its handles, without a press that begins and ends it.
    const onDown = (event: PointerEvent) => {
      isPressed = event.pointerType !== 'touch' && event.button === 0;
    };
    const onUp = (event: PointerEvent) => {
      isPressed = false;
      keepsLetters = event.altKey;
      soon();
    };
    // By keys too: what was selected by the letter stays so until it is let go.
    const onKey = (event: KeyboardEvent) => {
      // A key means what is selected now, however long the next frame takes.
      if (frame) {
        cancelAnimationFrame(frame);
        flushSync(look);
      }
      if (!event.key.startsWith('Arrow') || event.target !== textRef.current) return;
      const isByLetter = /Left|Right/.test(event.key) && (event.altKey || event.ctrlKey);
      keepsLetters = isByLetter || (keepsLetters && event.shiftKey);
    };
    const stopBlocks = textRef.current ? selectBlocksWhole(textRef.current) : undefined;
    document.addEventListener('selectionchange', soon);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', onDown, true);
    document.addEventListener('pointerup', onUp, true);
    document.addEventListener('pointercancel', onUp, true);
    return () => {
      cancelAnimationFrame(frame);
      stopBlocks?.();
      document.removeEventListener('selectionchange', soon);
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', onDown, true);
      document.removeEventListener('pointerup', onUp, true);
      document.removeEventListener('pointercancel', onUp, true);
    };
  }, [textRef, index, hidden, enabled]);

  useEffect(
    () => (textRef.current ? copyOwnWords(textRef.current, index, hidden) : undefined),
    [textRef, index, hidden],
  );

  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    // The browser tells of it later; who keeps the selection over a render must know before that.
    document.dispatchEvent(new Event('selectionchange'));
    setSelection(null);
    setShown(false);
  }, []);
  return { selection, isShown: isShown && selection !== null, clear };
}

function placeOf(range: Range, text: HTMLElement): Omit<TextSelection, 'spans'> {
  const place = text.getBoundingClientRect();
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const first = rects[0] ?? range.getBoundingClientRect();
  const last = rects.at(-1) ?? first;
  return { top: first.top - place.top, bottom: last.bottom - place.top, left: first.left - place.left };
}

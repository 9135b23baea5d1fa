'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { focusText } from '../_browser/caret-place';
import { clearHighlight, paintSpans } from '../_browser/custom-highlight';
import { keepSelection } from '../_browser/restore-selection';
import type { RoomView } from './room-view';
import { showAnnotation } from '../_text/show-words';

/** What was opened comes into sight, and the focus follows where the keyboard was used. */
export function useOpenedInSight(
  textRef: RefObject<HTMLElement | null>,
  index: TextIndex,
  { openId, turn, mode, focus, focusId, caretAt }: RoomView,
) {
  // In the frame in which it opens: a frame later its buttons would move from under the pointer.
  useLayoutEffect(() => {
    if (openId && turn > 0) showAnnotation(textRef.current, openId);
  }, [textRef, openId, turn]);
  useEffect(() => {
    if (focus === 'text' && textRef.current) return focusText(textRef.current, index, caretAt);
    if (!focus || !focusId) return;
    const name = focus === 'card' ? 'data-card-button' : 'data-marker';
    const target =
      document.querySelector<HTMLElement>(`[${name}="${focusId}"]`) ??
      document.querySelector<HTMLElement>(`[data-card-button="${focusId}"]`);
    target?.focus({ preventScroll: true });
  }, [textRef, index, focus, focusId, caretAt, turn, mode]);
}

/** A change from elsewhere does not take away the words that somebody is about to mark. */
export function useKeptSelection(
  textRef: RefObject<HTMLElement | null>,
  index: TextIndex,
  annotations: readonly Annotation[],
) {
  const keeper = useRef<ReturnType<typeof keepSelection> | null>(null);
  useEffect(() => {
    if (!textRef.current) return;
    const kept = keepSelection(textRef.current, index);
    keeper.current = kept;
    return () => kept.stop();
  }, [textRef, index]);
  useLayoutEffect(() => keeper.current?.restore(), [annotations]);
}

/** Words that were selected stay visible while the focus is on a card. */
export function usePaintedDraft(
  textRef: RefObject<HTMLElement | null>,
  index: TextIndex,
  selected: readonly Span[],
  isShown: boolean,
) {
  useEffect(() => {
    if (isShown || selected.length === 0 || !textRef.current) return;
    paintSpans('touchstone-draft', textRef.current, index, selected);
    return () => clearHighlight('touchstone-draft');
  }, [textRef, index, selected, isShown]);
}

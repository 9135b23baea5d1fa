'use client';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/app/_ui/button';
import type { Span } from '@/lib/domain/span';
import { snappedSpan } from '@/lib/domain/span-snap';
import { wordAtCaret } from '@/lib/domain/text-caret';
import type { TextIndex } from '@/lib/domain/text-index';
import { clearHighlight, paintSpans } from '../_browser/custom-highlight';
import type { KeyboardCaret } from '../_browser/keyboard-caret';
import { offsetAtPointer } from '../_browser/offset-at-pointer';
import styles from './two-presses.module.css';

/** Selects without dragging: a press on the first word, a press on the last one; by keys Enter at the caret. */
export function TwoPresses({
  textRef,
  caretRef,
  index,
  onSelect,
  onLeave,
}: {
  textRef: RefObject<HTMLElement | null>;
  caretRef: RefObject<KeyboardCaret | null>;
  index: TextIndex;
  onSelect: (span: Span) => void;
  onLeave: () => void;
}) {
  const [first, setFirst] = useState<Span | null>(null);
  const take = useEffectEvent((at: number, byLetter: boolean) => {
    const place = byLetter ? { start: at, end: at } : wordNear(index, at);
    if (!place) return;
    if (!first) return setFirst(place);
    const span = { start: Math.min(first.start, place.start), end: Math.max(first.end, place.end) };
    if (span.start === span.end) return;
    onLeave();
    onSelect(span);
  });
  const leave = useEffectEvent(onLeave);

  useEffect(() => {
    const text = textRef.current;
    if (!text) return;
    // Both are taken before the text opens what lies there.
    const onClick = (event: MouseEvent) => {
      const at = offsetAtPointer(text, index, event);
      event.stopPropagation();
      if (at !== null) take(at, event.altKey);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
      else if (event.key === 'Enter' && event.target === text && caretRef.current)
        take(caretRef.current.place, event.altKey);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    text.addEventListener('click', onClick, true);
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      text.removeEventListener('click', onClick, true);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [textRef, caretRef, index]);
  useEffect(() => {
    if (!first || !textRef.current) return;
    const shown = first.start < first.end ? first : wordAtCaret(index, { at: first.start, anchor: null });
    paintSpans('touchstone-hit', textRef.current, index, shown ? [shown] : []);
    return () => clearHighlight('touchstone-hit');
  }, [textRef, index, first]);

  return (
    <div role="group" aria-label="Select in two presses" className={styles.bar}>
      <p role="status">
        {first
          ? `Now press the last word. It begins at “${index.slice(first.start, first.end)}”.`
          : 'Press the first word you want to select. By keys: move to it and press Enter.'}
      </p>
      {first && (
        <Button size="small" variant="bare" onClick={() => setFirst(null)}>
          Begin again
        </Button>
      )}
      <Button size="small" onClick={onLeave}>
        Stop
      </Button>
    </div>
  );
}

/** The word at a place or right before it. */
const wordNear = (index: TextIndex, at: number): Span | null =>
  snappedSpan(index, { start: at, end: at + 1 }, true) ??
  snappedSpan(index, { start: Math.max(0, at - 1), end: at }, true);

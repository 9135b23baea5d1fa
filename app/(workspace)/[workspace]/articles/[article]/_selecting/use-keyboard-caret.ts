'use client';
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { KeyboardCaret } from '../_browser/keyboard-caret';
import { useLatestIds } from '../_text/use-text-pointer';

/** The handlers of the text that move a caret through it by keys; Enter opens what lies at the caret. */
export function useKeyboardCaret(
  textRef: RefObject<HTMLElement | null>,
  index: TextIndex,
  hidden: readonly Span[],
  annotations: readonly Annotation[],
  /** `ids` of what is marked there, innermost first, and where on the screen that is. */
  onEnter: (ids: string[], place: DOMRect) => void,
) {
  const caretRef = useRef<KeyboardCaret | null>(null);
  const idsRef = useLatestIds(annotations);
  useEffect(() => {
    const text = textRef.current;
    if (!text) return;
    let isGone = false;
    // Reading needs no caret: its code comes after the page.
    void import('../_browser/keyboard-caret')
      .then(({ KeyboardCaret }) => {
        if (isGone) return;
        caretRef.current = new KeyboardCaret(text, index, () => hidden);
        if (text.matches(':focus-visible')) caretRef.current.show();
      })
      .catch(() =>
        console.warn('The caret of the text could not be loaded. Reload the page to move by keys.'),
      );
    return () => {
      isGone = true;
      caretRef.current?.hide();
    };
  }, [textRef, index, hidden]);

  const caretHandlers = useMemo(
    () => ({
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible'))
          caretRef.current?.show();
      },
      onBlur: () => caretRef.current?.hide(),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.target !== event.currentTarget || event.defaultPrevented) return;
        if (caretRef.current?.press(event.nativeEvent)) return;
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
        const mark = elementAtCaret(event.currentTarget);
        const ids = idsRef.current(mark);
        if (!mark || ids.length === 0) return;
        event.preventDefault();
        onEnter(ids, mark.getClientRects()[0] ?? mark.getBoundingClientRect());
      },
    }),
    [onEnter, idsRef],
  );
  return { caretRef, caretHandlers };
}

/** What is rendered at the end of the selection. */
function elementAtCaret(text: HTMLElement): Element | null {
  const node = document.getSelection()?.focusNode;
  return node && text.contains(node) ? node.parentElement : null;
}

'use client';
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { KeyboardCaret } from '../_browser/keyboard-caret';

/** The handlers of the text that move a caret through it by keys; Enter opens what lies at the caret. */
export function useKeyboardCaret(
  textRef: RefObject<HTMLElement | null>,
  index: TextIndex,
  hidden: readonly Span[],
  onEnter: (ids: string[]) => void,
) {
  const caret = useRef<KeyboardCaret | null>(null);
  useEffect(() => {
    const text = textRef.current;
    if (!text) return;
    const made = new KeyboardCaret(text, index, () => hidden);
    caret.current = made;
    return () => made.hide();
  }, [textRef, index, hidden]);

  return useMemo(
    () => ({
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible'))
          caret.current?.show();
      },
      onBlur: () => caret.current?.hide(),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.target !== event.currentTarget) return;
        if (caret.current?.press(event.nativeEvent)) return;
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
        const ids = idsAtCaret(event.currentTarget);
        if (ids.length === 0) return;
        event.preventDefault();
        onEnter(ids);
      },
    }),
    [onEnter],
  );
}

/** What is marked at the end of the selection, innermost first. */
function idsAtCaret(text: HTMLElement): string[] {
  const node = document.getSelection()?.focusNode;
  const mark = node && text.contains(node) ? node.parentElement?.closest<HTMLElement>('[data-ids]') : null;
  return mark?.dataset.ids?.split(' ').reverse() ?? [];
}

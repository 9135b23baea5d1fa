'use client';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Announce } from '@/app/_ui/toast';
import type { Span } from '@/lib/domain/span';
import { snappedSpans } from '@/lib/domain/span-snap';
import { spansTogether } from '@/lib/domain/span-union';
import type { TextIndex } from '@/lib/domain/text-index';
import { widenedSpan } from '@/lib/domain/widened-span';
import type { KeyboardCaret } from '../_browser/keyboard-caret';

/** A tool of the selection that is in use. */
export type SelectingTool = 'find' | 'two presses';

/** The ways to select beside the mouse, the finger and the arrows. */
export interface Selecting {
  /** The sentence at the caret or around the selection; then the paragraph. */
  widen: () => void;
  /** The field in which words of the text are typed. */
  find: () => void;
  /** Two presses instead of dragging: the first word, the last word. */
  inTwoPresses: () => void;
}

export function useSelecting({
  textRef,
  caretRef,
  index,
  hidden,
  spans,
  announce,
}: {
  textRef: RefObject<HTMLElement | null>;
  caretRef: RefObject<KeyboardCaret | null>;
  index: TextIndex;
  hidden: readonly Span[];
  /** What is selected now. */
  spans: readonly Span[];
  announce: Announce;
}) {
  const [tool, setTool] = useState<SelectingTool | null>(null);
  const select = useCallback(
    (span: Span) => {
      textRef.current?.focus({ preventScroll: true });
      caretRef.current?.select(span);
    },
    [textRef, caretRef],
  );
  const widen = () => {
    const at = caretRef.current?.place ?? 0;
    const chosen =
      spans.length > 0 ? { start: spans[0]!.start, end: spans.at(-1)!.end } : { start: at, end: at };
    const widened = widenedSpan(index, chosen);
    const isShown = widened && snappedSpans(index, widened.span, { toWords: false, hidden }).length > 0;
    if (!isShown)
      return announce(
        spans.length > 0 ? 'The whole paragraph is selected.' : 'There are no words at the caret.',
      );
    select(widened.span);
  };
  // The commands stay the same and read the newest state when they are given.
  const widenRef = useRef(widen);
  useLayoutEffect(() => {
    widenRef.current = widen;
  });
  const [selecting] = useState<Selecting>(() => ({
    widen: () => widenRef.current(),
    find: () => setTool('find'),
    inTwoPresses: () => setTool((was) => (was === 'two presses' ? null : 'two presses')),
  }));
  const leaveTool = useCallback(() => setTool(null), []);
  return useMemo(() => ({ selecting, select, tool, leaveTool }), [selecting, select, tool, leaveTool]);
}

/** The stretches that were kept and those that are selected, in order. */
export const allStretches = (held: readonly Span[], selected: readonly Span[]): readonly Span[] =>
  held.length > 0 ? spansTogether([...held, ...selected]) : selected;

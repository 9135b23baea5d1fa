'use client';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { clearHighlight, paintSpans } from '../_browser/custom-highlight';

const NONE: readonly Span[] = [];

/** Stretches kept while further ones are selected, to be marked together; they stay painted. */
export function useHeldWords(textRef: RefObject<HTMLElement | null>, index: TextIndex) {
  const [held, setHeld] = useState(NONE);
  useEffect(() => {
    if (held.length === 0 || !textRef.current) return;
    paintSpans('touchstone-held', textRef.current, index, held);
    return () => clearHighlight('touchstone-held');
  }, [textRef, index, held]);
  const drop = useCallback(() => setHeld(NONE), []);
  return { held, hold: setHeld, drop };
}

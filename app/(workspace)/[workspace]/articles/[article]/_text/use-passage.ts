'use client';
import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '@/lib/domain/span';
import { showPassage } from './show-words';
import { useHashTarget } from './use-hash-target';

/** The passage that the address points to, scrolled into sight; an annotation it points to is opened instead. */
export function usePassage(
  textRef: RefObject<HTMLElement | null>,
  length: number,
  onAnnotation: (id: string) => void,
): Span | null {
  const [passage, setPassage] = useState<Span | null>(null);
  useHashTarget((target) => {
    const isPassage = target?.type === 'passage' && target.span.end <= length;
    setPassage(isPassage ? target.span : null);
    if (target?.type === 'annotation') onAnnotation(target.id);
  });
  useEffect(() => {
    if (passage) showPassage(textRef.current, passage.start);
  }, [passage, textRef]);
  return passage;
}

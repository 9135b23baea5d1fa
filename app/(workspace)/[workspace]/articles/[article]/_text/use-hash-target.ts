'use client';
import { useEffect, useEffectEvent } from 'react';
import type { Span } from '@/lib/domain/span';

export type HashTarget = { type: 'passage'; span: Span } | { type: 'annotation'; id: string };

const PASSAGE = /^#passage-(\d{1,9})-(\d{1,9})$/;
const ANNOTATION = /^#annotation-([0-9a-f-]{36})$/i;

/** What the fragment of an address points to: `#passage-START-END` in code points, or `#annotation-ID`. */
export function findHashTarget(hash: string): HashTarget | null {
  const passage = PASSAGE.exec(hash);
  if (passage) {
    const span = { start: Number(passage[1]), end: Number(passage[2]) };
    return span.end > span.start ? { type: 'passage', span } : null;
  }
  const id = ANNOTATION.exec(hash)?.[1];
  return id ? { type: 'annotation', id: id.toLowerCase() } : null;
}

/** Calls with what the address points to, now and whenever it changes. */
export function useHashTarget(onTarget: (target: HashTarget | null) => void): void {
  const look = useEffectEvent(() => onTarget(findHashTarget(location.hash)));
  useEffect(() => {
    const listener = () => look();
    listener();
    addEventListener('hashchange', listener);
    return () => removeEventListener('hashchange', listener);
  }, []);
}

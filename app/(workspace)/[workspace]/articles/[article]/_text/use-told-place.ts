'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { v7 } from 'uuid';
import type { Span } from '@/lib/domain/span';
import { PlaceTeller } from '../_browser/place-teller';
import { firstVisibleOffset } from '../_browser/text-places';
import { type Block, blockAt } from './blocks';

interface Told {
  userId: string;
  articleId: string;
  revisionId: string;
  blocks: readonly Block[];
  textRef: RefObject<HTMLElement | null>;
  selected: readonly Span[];
  /** Who else is here: somebody new has to be told. */
  others: string;
}

/** Tells the others who have the article open where this person reads and what they have selected. */
export function useToldPlace(told: Told): void {
  const { userId, articleId, others, selected } = told;
  const latest = useRef(told);
  const teller = useRef<PlaceTeller | null>(null);
  useEffect(() => {
    latest.current = told;
  });

  useEffect(() => {
    const tab = v7();
    const own = new PlaceTeller({
      now: () => performance.now(),
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
      look: () => placeOf(latest.current),
      send: async (place) => {
        const response = await fetch(`/api/v1/articles/${articleId}/presence`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'touchstone-user': userId },
          body: JSON.stringify({ tab, place }),
          // Also while the page goes.
          keepalive: true,
        });
        if (!response.ok) throw new Error(response.statusText);
      },
    });
    teller.current = own;
    const ending = new AbortController();
    const { signal } = ending;
    const soon = () => own.changed();
    addEventListener('scroll', soon, { signal, passive: true });
    addEventListener('resize', soon, { signal, passive: true });
    addEventListener('pagehide', () => own.stop(), { signal });
    document.addEventListener('visibilitychange', () => own.tell(), { signal });
    return () => {
      ending.abort();
      own.stop();
      teller.current = null;
    };
  }, [userId, articleId]);

  useEffect(() => teller.current?.repeat(), [others]);
  useEffect(() => teller.current?.changed(), [selected]);
}

function placeOf({ textRef, blocks, revisionId, selected }: Told) {
  if (!textRef.current || document.visibilityState === 'hidden') return null;
  const at = blockAt(blocks, firstVisibleOffset(textRef.current))?.start ?? 0;
  const [first, last] = [selected[0], selected.at(-1)];
  const selection = first && last ? { start: first.start, end: last.end } : null;
  return { revisionId, at, selection };
}

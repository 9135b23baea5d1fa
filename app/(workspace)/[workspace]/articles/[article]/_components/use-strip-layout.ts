'use client';
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { MARGIN_QUERY } from './use-card-layout';

/**
 * Puts each tick where the page's scrollbar stands when its words are in sight: at the share of the page's height at
 * which they lie. A tick carries `data-tick`, the annotation's id; one whose words are not shown is hidden.
 */
export function useStripLayout(
  stripRef: RefObject<HTMLElement | null>,
  textRef: RefObject<HTMLElement | null>,
  /** Changes when the ticks do. */
  annotations: unknown,
): void {
  useLayoutEffect(() => placeTicks(stripRef.current, textRef.current), [stripRef, textRef, annotations]);
  useEffect(() => {
    const observer = new ResizeObserver(() => placeTicks(stripRef.current, textRef.current));
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [stripRef, textRef]);
}

function placeTicks(strip: HTMLElement | null, text: HTMLElement | null): void {
  if (!strip || !text || !matchMedia(MARGIN_QUERY).matches) return;
  const page = document.documentElement.scrollHeight;
  const tops = new Map<string, number>();
  for (const marker of text.querySelectorAll<HTMLElement>('[data-marker]'))
    tops.set(marker.dataset.marker!, (marker.getBoundingClientRect().top + scrollY) / page);
  for (const tick of strip.querySelectorAll<HTMLElement>('[data-tick]')) {
    const top = tops.get(tick.dataset.tick!);
    tick.hidden = top === undefined;
    tick.style.insetBlockStart = `${100 * (top ?? 0)}%`;
  }
  strip.dataset.placed = 'true';
}

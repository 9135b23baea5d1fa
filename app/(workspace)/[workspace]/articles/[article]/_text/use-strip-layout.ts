'use client';
import { type RefObject, useEffect, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { placedBlocks, topOf } from './placed-blocks';
import { type StripTick, stripTicks } from './strip-ticks';
import { MARGIN_QUERY } from '../_margin/use-card-layout';
import { whenIdle } from '../_components/when-idle';

/** In milliseconds: so long the page keeps its height before the ticks follow. */
const REST = 300;

export interface StripLayout {
  ticks: readonly StripTick[];
  /** How much of the page the window shows at once, as a share of its height. */
  shown: number;
}

/**
 * The ticks of the strip, each where the page's scrollbar stands when its words are in sight: at the share of the page's
 * height at which they lie. Null until they are known. They follow when the browser has nothing else to do.
 */
export function useStripLayout(
  textRef: RefObject<HTMLElement | null>,
  annotations: readonly Annotation[],
  faint: ReadonlySet<string> | null,
): StripLayout | null {
  const [layout, setLayout] = useState<StripLayout | null>(null);
  useEffect(() => {
    let cancel = (): void => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (textRef.current && matchMedia(MARGIN_QUERY).matches)
        setLayout(layoutOn(textRef.current, annotations, faint));
    };
    // A page that is scrolled through changes its height all the time.
    const soon = () => {
      cancel();
      clearTimeout(timer);
      timer = setTimeout(() => (cancel = whenIdle(look)), REST);
    };
    const observer = new ResizeObserver(soon);
    observer.observe(document.body);
    soon();
    return () => {
      cancel();
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [textRef, annotations, faint]);
  return layout;
}

function layoutOn(
  text: HTMLElement,
  annotations: readonly Annotation[],
  faint: ReadonlySet<string> | null,
): StripLayout {
  const page = document.documentElement.scrollHeight;
  const blocks = placedBlocks(text);
  const shareOf = ({ spans }: Annotation): number | null => {
    const top = spans[0] ? topOf(blocks, spans[0].start) : null;
    return top === null ? null : (top + scrollY) / page;
  };
  return {
    ticks: stripTicks(annotations, shareOf, innerHeight, faint),
    shown: Math.min(1, innerHeight / page),
  };
}

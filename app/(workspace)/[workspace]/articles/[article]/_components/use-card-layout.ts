'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { cardPositions } from './card-positions';

/** From here on the cards stand in the margin; below, they are a list under the text. */
export const MARGIN_QUERY = '(min-width: 62.5625rem)';

/**
 * Places the cards of a list beside what they note: measures, computes, then writes the positions straight to the elements, so that
 * no render is needed while texts and cards change their sizes. Each item carries `data-anchor`, the id of its
 * first annotation. Does nothing where there is no margin.
 */
export function useCardLayout(
  listRef: RefObject<HTMLElement | null>,
  textRef: RefObject<HTMLElement | null>,
  openId: string | null,
  /** Changes when the items do. */
  items: unknown,
): void {
  const place = useRef(() => {});
  useLayoutEffect(() => {
    place.current = () => placeCards(listRef.current, textRef.current, openId);
    place.current();
  }, [listRef, textRef, openId, items]);

  useEffect(() => {
    const [list, text] = [listRef.current, textRef.current];
    if (!list || !text) return;
    let frame = 0;
    const soon = () => {
      if (!frame)
        frame = requestAnimationFrame(() => {
          frame = 0;
          place.current();
        });
    };
    const observer = new ResizeObserver(soon);
    observer.observe(text);
    for (const item of list.children) observer.observe(item);
    const margin = matchMedia(MARGIN_QUERY);
    margin.addEventListener('change', soon);
    document.fonts?.ready.then(soon);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      margin.removeEventListener('change', soon);
    };
  }, [listRef, textRef, items]);
}

function placeCards(list: HTMLElement | null, text: HTMLElement | null, openId: string | null): void {
  if (!list || !text) return;
  const items = [...list.children] as HTMLElement[];
  if (!matchMedia(MARGIN_QUERY).matches) {
    for (const item of items) item.style.translate = '';
    list.style.minBlockSize = '';
    list.dataset.placed = 'false';
    return;
  }
  const heights = items.map((item) => item.offsetHeight);
  const anchors = anchorsOf(items, list, text);
  const active = items.findIndex((item) => item.dataset.anchor === openId);
  const tops = cardPositions(heights, anchors, active < 0 ? null : active);
  items.forEach((item, i) => (item.style.translate = `0 ${Math.round(tops[i]!)}px`));
  const last = items.length - 1;
  list.style.minBlockSize = last < 0 ? '' : `${tops[last]! + heights[last]!}px`;
  list.dataset.placed = 'true';
}

/** The height of each item's first words; one whose words are hidden stands where the one before it does. */
function anchorsOf(items: readonly HTMLElement[], list: HTMLElement, text: HTMLElement): number[] {
  const top = list.getBoundingClientRect().top;
  const markers = new Map<string, HTMLElement>();
  for (const marker of text.querySelectorAll<HTMLElement>('[data-marker]'))
    markers.set(marker.dataset.marker!, marker);
  let previous = 0;
  return items.map((item) => {
    const mark = markers.get(item.dataset.anchor ?? '')?.parentElement;
    const words = mark && firstMarkOf(mark, item.dataset.anchor!);
    return (previous = words ? words.getClientRects()[0]!.top - top : previous);
  });
}

const firstMarkOf = (block: HTMLElement, id: string): Element | null =>
  block.querySelector(`mark[data-ids~="${id}"]`);

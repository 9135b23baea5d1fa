'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { firstLineOf, placedBlocks, topOf } from './placed-blocks';
import { cardPositions } from './card-positions';
import { FIRST_WINDOW, isEnough, type ItemWindow, LIST_LENGTH, windowAround } from './margin-window';
import { anchorOf, estimatedHeight, type MarginItem } from './stacks';

/** From here on the cards stand in the margin; below, they are a list under the text. */
export const MARGIN_QUERY = '(min-width: 62.5625rem)';

type Item = MarginItem<Annotation>;

interface Layout {
  /** Heights of the items that were rendered once, by the id of their first annotation. */
  heights: Map<string, number>;
  /** Of all items, in pixels from the top of the list. */
  tops: readonly number[];
}

/**
 * Places the cards of a list beside what they note: measures, computes, then writes the positions straight to the
 * elements, so that no render is needed while texts and cards change their sizes. The answer is which items are near
 * the window: the others have a place too but need not be rendered. Each item's element carries `data-anchor`,
 * the id of its first annotation. Where there is no margin nothing is placed, and the list grows by `showMore`.
 */
export function useCardLayout(
  listRef: RefObject<HTMLElement | null>,
  textRef: RefObject<HTMLElement | null>,
  openId: string | null,
  items: readonly Item[],
): { near: ItemWindow; showMore: () => void } {
  const [near, setNear] = useState(FIRST_WINDOW);
  const layout = useRef<Layout>({ heights: new Map(), tops: [] });
  const place = useRef(() => {});
  const follow = useRef(() => {});
  useLayoutEffect(() => {
    follow.current = () => {
      const list = listRef.current;
      if (!list) return;
      if (!matchMedia(MARGIN_QUERY).matches)
        return setNear((was) =>
          was.from === 0 && was.to >= LIST_LENGTH ? was : { from: 0, to: LIST_LENGTH },
        );
      const { tops } = layout.current;
      const from = -list.getBoundingClientRect().top;
      setNear((was) =>
        isEnough(was, tops, from, innerHeight) ? was : windowAround(tops, from, innerHeight),
      );
    };
    place.current = () => {
      placeCards(listRef.current, textRef.current, items, openId, layout.current);
      follow.current();
    };
    place.current();
  }, [listRef, textRef, openId, items, near]);

  useEffect(() => {
    const [list, text] = [listRef.current, textRef.current];
    if (!list || !text) return;
    // It is called between the layout and the painting of a frame.
    const observer = new ResizeObserver(() => place.current());
    observer.observe(text);
    for (const item of list.children) observer.observe(item);
    return () => observer.disconnect();
  }, [listRef, textRef, items, near]);

  useEffect(() => {
    const heard = new AbortController();
    let frame = 0;
    const onScroll = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        follow.current();
      });
    };
    document.addEventListener('scroll', onScroll, { passive: true, signal: heard.signal });
    matchMedia(MARGIN_QUERY).addEventListener('change', () => place.current(), { signal: heard.signal });
    document.fonts?.ready.then(() => place.current());
    return () => {
      cancelAnimationFrame(frame);
      heard.abort();
    };
  }, []);
  return { near, showMore: () => setNear(({ to }) => ({ from: 0, to: to + LIST_LENGTH })) };
}

function placeCards(
  list: HTMLElement | null,
  text: HTMLElement | null,
  items: readonly Item[],
  openId: string | null,
  layout: Layout,
): void {
  if (!list || !text) return;
  const rendered = [...list.children] as HTMLElement[];
  if (!matchMedia(MARGIN_QUERY).matches) {
    for (const element of rendered) element.style.translate = '';
    list.style.minBlockSize = '';
    list.dataset.placed = 'false';
    return;
  }
  for (const element of rendered) layout.heights.set(element.dataset.anchor!, element.offsetHeight);
  const heights = items.map((item) => layout.heights.get(anchorOf(item).id) ?? estimatedHeight(item));
  const anchors = anchorsOf(items, new Set(rendered.map(({ dataset }) => dataset.anchor!)), list, text);
  const active = items.findIndex((item) => anchorOf(item).id === openId);
  const tops = cardPositions(heights, anchors, active < 0 ? null : active);
  layout.tops = tops;
  const topOfItem = new Map(items.map((item, i) => [anchorOf(item).id, tops[i]!]));
  for (const element of rendered)
    element.style.translate = `0 ${Math.round(topOfItem.get(element.dataset.anchor!) ?? 0)}px`;
  const last = items.length - 1;
  list.style.minBlockSize = last < 0 ? '' : `${tops[last]! + heights[last]!}px`;
  list.dataset.placed = 'true';
}

/** The height of each item's first words, measured for those that are rendered; one without words stands with the one before. */
function anchorsOf(
  items: readonly Item[],
  rendered: ReadonlySet<string>,
  list: HTMLElement,
  text: HTMLElement,
): number[] {
  const top = list.getBoundingClientRect().top;
  const blocks = placedBlocks(text);
  let previous = 0;
  return items.map((item) => {
    const { id, spans, anchor } = anchorOf(item);
    if (anchor === 'orphaned' || !spans[0]) return previous;
    const find = rendered.has(id) ? firstLineOf : topOf;
    const found = find(blocks, spans[0].start, id);
    return (previous = found === null ? previous : found - top);
  });
}

'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { cardPositions } from './card-positions';
import { LineBoxes } from '../_text/line-boxes';
import { firstMarkOf } from '../_text/marks-in-text';
import { lineAt, type PlacedBlock, topOf } from '../_text/placed-blocks';
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
  lines: LineBoxes;
  /** How far below the list's top the text begins; null before it was seen. */
  textTop: number | null;
  /** How far below the top of their line words begin, by line and first code point; of those that were looked at. */
  depths: WeakMap<Element, Map<number, number>>;
}

/**
 * Places the cards of a list beside what they note: computes and writes the positions straight to the elements, so that
 * no render is needed while texts and cards change their sizes. Sizes are told by the browser when it has laid out a
 * frame, and are kept: nothing is read back on the way. The answer is which items are near the window: the others have a
 * place too but need not be rendered. Each item's element carries `data-anchor`, the id of its first annotation. Where
 * there is no margin nothing is placed, and the list grows by `showMore`.
 */
export function useCardLayout(
  listRef: RefObject<HTMLElement | null>,
  textRef: RefObject<HTMLElement | null>,
  openId: string | null,
  items: readonly Item[],
): { near: ItemWindow; showMore: () => void } {
  const [near, setNear] = useState(FIRST_WINDOW);
  const [layout] = useState<Layout>(() => ({
    heights: new Map(),
    tops: [],
    lines: new LineBoxes(),
    textTop: null,
    depths: new WeakMap(),
  }));
  const place = useRef((_isLaidOut: boolean) => {});
  const follow = useRef(() => {});
  useLayoutEffect(() => {
    follow.current = () => {
      const list = listRef.current;
      if (!list) return;
      if (!matchMedia(MARGIN_QUERY).matches)
        return setNear((was) =>
          was.from === 0 && was.to >= LIST_LENGTH ? was : { from: 0, to: LIST_LENGTH },
        );
      const { tops } = layout;
      const from = -list.getBoundingClientRect().top;
      setNear((was) =>
        was !== FIRST_WINDOW && isEnough(was, tops, from, innerHeight)
          ? was
          : windowAround(tops, from, innerHeight),
      );
    };
    place.current = (isLaidOut) => {
      placeCards(listRef.current, textRef.current, items, openId, layout, isLaidOut);
      if (isLaidOut) follow.current();
    };
    place.current(false);
    const frame = requestAnimationFrame(() => follow.current());
    return () => cancelAnimationFrame(frame);
  }, [listRef, textRef, openId, items, near, layout]);

  const sizes = useRef<ResizeObserver | null>(null);
  useEffect(() => {
    const text = textRef.current;
    if (!text) return;
    // It is called between the layout and the painting of a frame.
    const observer = new ResizeObserver((entries) => {
      takeSizes(entries, layout);
      place.current(true);
    });
    sizes.current = observer;
    observer.observe(text);
    return () => observer.disconnect();
  }, [textRef, layout]);
  useEffect(() => {
    // What is observed already stays so, and is not told of again.
    for (const line of textRef.current?.children ?? []) sizes.current?.observe(line);
    for (const item of listRef.current?.children ?? []) sizes.current?.observe(item);
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
    const anew = () => {
      layout.lines.forget();
      layout.depths = new WeakMap();
      place.current(true);
    };
    document.addEventListener('scroll', onScroll, { passive: true, signal: heard.signal });
    matchMedia(MARGIN_QUERY).addEventListener('change', anew, { signal: heard.signal });
    document.fonts?.ready.then(anew);
    return () => {
      cancelAnimationFrame(frame);
      heard.abort();
    };
  }, [layout]);
  return { near, showMore: () => setNear(({ to }) => ({ from: 0, to: to + LIST_LENGTH })) };
}

/** The new heights of cards and lines. Where a line is another one, its words may be too. */
function takeSizes(entries: readonly ResizeObserverEntry[], { heights, lines, depths }: Layout): void {
  const told = entries.map(({ target, borderBoxSize }) => [target, borderBoxSize[0]!.blockSize] as const);
  for (const [target, height] of told) {
    const { anchor } = (target as HTMLElement).dataset;
    if (anchor !== undefined && target.isConnected) heights.set(anchor, Math.round(height));
  }
  for (const line of lines.resize(told)) depths.delete(line);
}

/** `isLaidOut`: the page is laid out, so that looking into the lines costs nothing. */
function placeCards(
  list: HTMLElement | null,
  text: HTMLElement | null,
  items: readonly Item[],
  openId: string | null,
  layout: Layout,
  isLaidOut: boolean,
): void {
  if (!list || !text) return;
  const rendered = [...list.children] as HTMLElement[];
  if (!matchMedia(MARGIN_QUERY).matches) {
    for (const element of rendered) element.style.translate = '';
    list.style.minBlockSize = '';
    list.dataset.placed = 'false';
    return;
  }
  const isRendered = new Set(rendered.map(({ dataset }) => dataset.anchor!));
  const heights = items.map((item) => layout.heights.get(anchorOf(item).id) ?? estimatedHeight(item));
  const anchors = anchorsOf(items, isRendered, list, text, layout, isLaidOut);
  const active = items.findIndex((item) => anchorOf(item).id === openId);
  const tops = cardPositions(heights, anchors, active < 0 ? null : active);
  layout.tops = tops;
  const topOfItem = new Map(items.map((item, i) => [anchorOf(item).id, tops[i]!]));
  for (const element of rendered)
    element.style.translate = `0 ${Math.round(topOfItem.get(element.dataset.anchor!) ?? 0)}px`;
  const last = items.length - 1;
  list.style.minBlockSize = last < 0 ? '' : `${Math.round(tops[last]! + heights[last]!)}px`;
  list.dataset.placed = 'true';
}

/**
 * How high the first words of each item lie: where that was seen for those that are rendered, else as their share of the
 * line says; one without words stands with the one before.
 */
function anchorsOf(
  items: readonly Item[],
  rendered: ReadonlySet<string>,
  list: HTMLElement,
  text: HTMLElement,
  layout: Layout,
  isLaidOut: boolean,
): number[] {
  const lines = layout.lines.of(text, isLaidOut);
  if (isLaidOut || layout.textTop === null)
    layout.textTop = text.getBoundingClientRect().top - list.getBoundingClientRect().top;
  const top = layout.textTop;
  let previous = 0;
  return items.map((item) => {
    const { id, spans, anchor } = anchorOf(item);
    const start = spans[0]?.start;
    if (anchor === 'orphaned' || start === undefined) return previous;
    const seen = rendered.has(id) ? seenTop(lines, start, layout, isLaidOut) : null;
    const found = seen ?? topOf(lines, start);
    return (previous = found === null ? previous : found + top);
  });
}

/** How high words lie that were looked at, or can be: a line far from the window has no inside. */
function seenTop(
  lines: readonly PlacedBlock[],
  start: number,
  { depths }: Layout,
  isLaidOut: boolean,
): number | null {
  const line = lineAt(lines, start);
  if (!line) return null;
  const known = depths.get(line.element) ?? new Map<number, number>();
  const depth = known.get(start) ?? (isLaidOut ? depthIn(line.element, start) : null);
  if (depth === null) return null;
  depths.set(line.element, known.set(start, depth));
  return line.top + depth;
}

function depthIn(line: HTMLElement, start: number): number | null {
  const mark = firstMarkOf(line, start);
  if (!mark?.checkVisibility({ contentVisibilityAuto: true })) return null;
  const rect = mark.getClientRects()[0];
  return rect ? rect.top - line.getBoundingClientRect().top : null;
}

import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';

/** The element that holds an article's text; within it `data-start` says at which code point an element's text begins. */
const TEXT = '[data-article-text]';
const SEGMENT = '[data-start]';
/** Buttons and marks within the text that are no words of the article. */
const CHROME = '[data-chrome]';

/** A place in the DOM, as ranges and selections have it. */
export interface DomPoint {
  node: Node;
  offset: number;
}

/** A piece of the article's text in the DOM, and where it lies in the text in UTF-16 code units. */
interface TextPlace {
  node: Text;
  start: number;
  end: number;
}

/** The article's text that a node lies in, or else the document's; null where there is none. */
export function findArticleText(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(TEXT) ?? node.ownerDocument?.querySelector<HTMLElement>(TEXT) ?? null;
}

/**
 * The code point at a place in the DOM. Between two stretches of text, within chrome and outside of the text it is that
 * of the nearest text on the inner side: after the place for a `start`, before it for an `end`; null if there is none.
 */
export function offsetFromPoint(
  root: HTMLElement,
  index: TextIndex,
  { node, offset }: DomPoint,
  side: keyof Span,
): number | null {
  if (node instanceof Text && root.contains(node) && isArticleText(node))
    return index.codePointFromUnit(startOf(node, index) + offset);
  const at = document.createRange();
  at.setStart(node, offset);
  at.collapse(true);
  const texts = textNodesOf(root);
  if (side === 'start') {
    const after = texts[countWhile(texts, (text) => at.comparePoint(text, 0) < 0)];
    return after ? index.codePointFromUnit(startOf(after, index)) : null;
  }
  const before = texts[countWhile(texts, (text) => at.comparePoint(text, text.length) <= 0) - 1];
  return before ? index.codePointFromUnit(startOf(before, index) + before.length) : null;
}

/** The DOM range of a span; what is not rendered of it is left out. Null when nothing of it is. */
export const rangeFromSpan = (root: HTMLElement, index: TextIndex, span: Span): Range | null =>
  rangesFromSpans(root, index, [span])[0] ?? null;

/** The DOM ranges of those spans of which something is rendered; the text is walked once for all of them. */
export function rangesFromSpans(root: HTMLElement, index: TextIndex, spans: readonly Span[]): Range[] {
  if (spans.length === 0) return [];
  const places = textPlacesOf(root, index);
  return spans.flatMap((span) => rangeIn(places, index, span) ?? []);
}

function rangeIn(places: readonly TextPlace[], index: TextIndex, span: Span): Range | null {
  const start = index.unitFromCodePoint(span.start);
  const end = index.unitFromCodePoint(span.end);
  const first = places[countWhile(places, (place) => place.end <= start)];
  const last = places[countWhile(places, (place) => place.start < end) - 1];
  if (!first || !last || first.start >= end || last.end <= start) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.max(0, start - first.start));
  range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}

/**
 * The place in the DOM of a code point, nearest after it when it is not rendered. Where one stretch of text ends and the
 * next begins it is the end of the first, or for a `start` the beginning of the second. Null in an empty text.
 */
export function pointFromOffset(
  root: HTMLElement,
  index: TextIndex,
  offset: number,
  side: keyof Span = 'end',
): DomPoint | null {
  const places = textPlacesOf(root, index);
  const unit = index.unitFromCodePoint(offset);
  const isBefore = (each: TextPlace) => (side === 'start' ? each.end <= unit : each.end < unit);
  const place = places[countWhile(places, isBefore)] ?? places.at(-1);
  if (!place) return null;
  return { node: place.node, offset: Math.min(place.node.length, Math.max(0, unit - place.start)) };
}

/** The code point with which the first piece of text begins that is not above the window; 0 if all of it is. */
export function firstVisibleOffset(root: HTMLElement): number {
  const segments = [...root.querySelectorAll<HTMLElement>(SEGMENT)];
  const visible = segments[countWhile(segments, (segment) => segment.getBoundingClientRect().bottom <= 0)];
  return Number(visible?.dataset.start ?? 0);
}

const isArticleText = (node: Text): boolean =>
  Boolean(node.parentElement?.closest(SEGMENT) && !node.parentElement.closest(CHROME));

function startOf(node: Text, index: TextIndex): number {
  const segment = node.parentElement!.closest<HTMLElement>(SEGMENT)!;
  let start = index.unitFromCodePoint(Number(segment.dataset.start));
  for (const text of textNodesOf(segment)) {
    if (text === node) break;
    start += text.length;
  }
  return start;
}

function textPlacesOf(root: HTMLElement, index: TextIndex): TextPlace[] {
  let segment: HTMLElement | null = null;
  let next = 0;
  return textNodesOf(root).map((node) => {
    const own = node.parentElement!.closest<HTMLElement>(SEGMENT)!;
    // Within one segment the text goes on; where another begins, or an outer one goes on, its own offset counts.
    const start = own === segment ? next : startOf(node, index);
    segment = own;
    next = start + node.length;
    return { node, start, end: next };
  });
}

function textNodesOf(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Element)
      return node.matches(CHROME) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return node.parentElement?.closest(SEGMENT) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/** How many leading items satisfy a predicate that holds for a prefix of the list. */
function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

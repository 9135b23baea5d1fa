import { MARGIN_QUERY } from '../_margin/use-card-layout';

/** How much of a narrow window the open note leaves free. */
const FREE_ABOVE_SHEET = 0.38;
const EDGE = 64;

/** Scrolls the first words of an annotation into sight, where they are not. Its marker stands before them. */
export const showAnnotation = (text: HTMLElement | null, id: string): void =>
  showElement(text && findFirstMark(text, id), !matchMedia(MARGIN_QUERY).matches);

export const showPassage = (text: HTMLElement | null, start: number): void =>
  showElement(text?.querySelector(`[data-start="${start}"]`) ?? null, false);

function showElement(element: Element | null, isUnderSheet: boolean): void {
  const rect = element?.getClientRects()[0];
  if (!rect) return;
  const bottom = isUnderSheet ? innerHeight * FREE_ABOVE_SHEET : innerHeight - EDGE;
  if (rect.top >= EDGE / 2 && rect.bottom <= bottom) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: rect.top - bottom * 0.35, behavior: isStill ? 'auto' : 'smooth' });
}

function findFirstMark(text: HTMLElement, id: string): Element | null {
  let next = text.querySelector(`[data-marker="${id}"]`);
  while (next && next.localName !== 'mark') next = next.nextElementSibling;
  return next;
}

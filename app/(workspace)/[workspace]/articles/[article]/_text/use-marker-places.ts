'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { AnnotationPlaces } from '../_components/annotation-places';
import { markerNameAt } from './marker-name';
import { whenIdle } from '../_components/when-idle';

/** So many markers are looked at in one go. */
const AT_ONCE = 500;

/**
 * Brings "annotation 3 of 12" in the markers' names up to date after one was added or taken away: while the browser has
 * nothing else to do, since it concerns every marker of the text.
 */
export function useMarkerPlaces(textRef: RefObject<HTMLElement | null>, places: AnnotationPlaces): void {
  const namedRef = useRef(places);
  useEffect(() => {
    const text = textRef.current;
    // What came with the page is right.
    if (!text || namedRef.current === places) return;
    let cancel = (): void => {};
    let next = 0;
    let found: NodeListOf<HTMLElement> | null = null;
    const rename = () => {
      const markers = (found ??= text.querySelectorAll<HTMLElement>('[data-marker]'));
      for (const until = Math.min(next + AT_ONCE, markers.length); next < until; next++) {
        const [marker, name] = [markers[next]!, markers[next]!.getAttribute('aria-label')!];
        const right = markerNameAt(name, marker.dataset.marker!, places);
        if (right !== name) marker.setAttribute('aria-label', right);
      }
      if (next < markers.length) cancel = whenIdle(rename);
      else namedRef.current = places;
    };
    cancel = whenIdle(rename);
    return () => cancel();
  }, [textRef, places]);
}

'use client';
import { useEffect } from 'react';

/** How long the page has been there before its parts are loaded in any case, in milliseconds. */
const SOON = 2_000;

/**
 * Loads what will be needed here once the page has settled, or as soon as somebody does anything: the line may be gone
 * later, and what is typed right after a key must find its field. `loads` stays the same list.
 */
export function useLoadedParts(loads: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const heard = new AbortController();
    const loadAll = () => {
      heard.abort();
      // Without a connection they are asked for again when they are needed.
      for (const load of loads) load().catch(() => {});
    };
    for (const type of ['pointerdown', 'keydown'])
      document.addEventListener(type, loadAll, { capture: true, passive: true, signal: heard.signal });
    const timer = setTimeout(loadAll, SOON);
    return () => {
      heard.abort();
      clearTimeout(timer);
    };
  }, [loads]);
}

'use client';
import { useSyncExternalStore } from 'react';

const EVERY_MS = 60_000;
const minuteNow = () => Math.floor(Date.now() / EVERY_MS) * EVERY_MS;
function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, EVERY_MS);
  return () => clearInterval(timer);
}

/** The minute that it is, as a page of the server's does not know it: null there and at the first sight. */
export function useMinute(): Date | null {
  const minute = useSyncExternalStore(subscribe, minuteNow, () => null);
  return minute === null ? null : new Date(minute);
}

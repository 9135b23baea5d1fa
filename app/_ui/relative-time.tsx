'use client';
import { useSyncExternalStore } from 'react';
import { distanceInWords, momentInWords } from './dates';

const EVERY_MS = 60_000;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, EVERY_MS);
  return () => clearInterval(timer);
}
const minuteNow = () => Math.floor(Date.now() / EVERY_MS) * EVERY_MS;

/** An instant: the server writes the date, the browser then says how long ago; the date stays as its title. */
export function RelativeTime({ instant, timeZone = 'UTC' }: { instant: Date | string; timeZone?: string }) {
  const now = useSyncExternalStore(subscribe, minuteNow, () => null);
  const absolute = momentInWords(instant, timeZone);
  return (
    <time dateTime={new Date(instant).toISOString()} title={absolute}>
      {now === null ? absolute : distanceInWords(instant, new Date(Math.max(now, 0)))}
    </time>
  );
}

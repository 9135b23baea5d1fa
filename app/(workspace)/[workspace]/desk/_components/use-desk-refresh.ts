'use client';
import { useRouter } from 'next/navigation';
import { startTransition, useCallback, useEffect, useEffectEvent } from 'react';
import { streamOf } from '@/app/_live/later-stream';

/** Several hints at once are one look, in milliseconds. */
const REST = 300;
/** What no hint tells of (a decision, a new article) is seen after so long, in milliseconds. */
const LOOK_EVERY = 60_000;

/**
 * Keeps the desk as it is: it looks again when a check changed, when somebody comes back to the page, and once a minute
 * while it is seen. The answer looks at once.
 */
export function useDeskRefresh(userId: string): () => void {
  const router = useRouter();
  const refresh = useCallback(() => startTransition(() => router.refresh()), [router]);
  const look = useEffectEvent(refresh);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, REST);
    };
    const lookIfSeen = () => document.visibilityState === 'visible' && lookSoon();
    const stop = streamOf(userId).followNotices(lookSoon);
    document.addEventListener('visibilitychange', lookIfSeen);
    const often = setInterval(lookIfSeen, LOOK_EVERY);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', lookIfSeen);
      clearInterval(often);
      clearTimeout(timer);
    };
  }, [userId]);
  return refresh;
}

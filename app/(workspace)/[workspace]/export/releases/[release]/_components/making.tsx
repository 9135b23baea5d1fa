'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import type { Release, ReleaseProgress } from '@/lib/domain/release';
import styles from '../release.module.css';

const LOOK_EVERY = 1_000;

/** How far the making is, looked up until it is over; then the page shows what came of it. */
export function Making({ id, progress: first }: { id: string; progress: ReleaseProgress | null }) {
  const router = useRouter();
  const [progress, setProgress] = useState(first);
  const [isUnreached, setUnreached] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const answer = await getJson<Release>(`/api/v1/releases/${id}`, stop.signal);
      if (stop.signal.aborted) return;
      setUnreached(!answer.ok);
      if (answer.ok) {
        const { state, progress: now } = answer.value.value;
        if (state === 'ready' || state === 'failed') {
          router.refresh();
          return;
        }
        setProgress(now);
      }
      timer = setTimeout(() => void look(), LOOK_EVERY);
    };
    let timer = setTimeout(() => void look(), LOOK_EVERY / 2);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id, router]);
  const { done = 0, of = 0 } = progress ?? {};
  return (
    <div className={styles.making}>
      <p role="status">
        {isUnreached
          ? 'The server cannot be reached at the moment. The release is being made all the same.'
          : `${progress?.step ?? 'Waiting for its turn'}${of > 0 ? `: ${done} of ${of} files are written` : ''}.`}
      </p>
      <progress
        aria-label="Files that are written"
        value={of > 0 ? done : undefined}
        max={of > 0 ? of : undefined}
      />
      <p className="soft small">You can leave this page; the release is made in the background.</p>
    </div>
  );
}

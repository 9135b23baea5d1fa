'use client';
import { useCallback, useEffect, useState } from 'react';
import type { Thread } from '@/lib/domain/comment';
import { fetchThreads } from './comment-requests';

export interface Threads {
  /** Null until they are there. */
  threads: Thread[] | null;
  hasFailed: boolean;
  reload: () => void;
}

/** The threads on an annotation, read again with every event of its discussion (`seq`) and when asked to. */
export function useThreads(annotationId: string, seq: number): Threads {
  const [threads, setThreads] = useState<Thread[] | null>(seq === 0 ? [] : null);
  const [hasFailed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const isEmpty = seq === 0 && turn === 0;
  useEffect(() => {
    if (isEmpty) return;
    const aborter = new AbortController();
    fetchThreads(annotationId, aborter.signal)
      .then((items) => {
        setThreads(items);
        setFailed(false);
      })
      .catch(() => !aborter.signal.aborted && setFailed(true));
    return () => aborter.abort();
  }, [annotationId, seq, turn, isEmpty]);
  const reload = useCallback(() => setTurn((was) => was + 1), []);
  return { threads, hasFailed, reload };
}

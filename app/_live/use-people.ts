'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { streamOf } from './later-stream';
import type { People } from './stream-message';

const NOBODY: People = [];

/** Who has an article open that this page follows, the reader too, and where they read. */
export function usePeople(userId: string, articleId: string): People {
  const subscribe = useCallback(
    (listener: () => void) => streamOf(userId).subscribePeople(listener),
    [userId],
  );
  return useSyncExternalStore(
    subscribe,
    () => streamOf(userId).peopleOf(articleId),
    () => NOBODY,
  );
}

'use client';
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import {
  type DraftKey,
  type Drafts,
  draftsOf,
  dropDraft,
  keepDraft,
  noDrafts,
  subscribeToDrafts,
} from './kept-drafts';

/** How long what is typed may wait before it is kept, in milliseconds. */
const LATEST = 200;

/**
 * Keeps `value` while its form is open: as one types, at most a fifth of a second late, and at once when the page or the
 * form goes. Null: there is nothing to keep. Ask `findDraft` for what was kept before, and give the form a `key` of what
 * it is about. The answer forgets what was kept: call it when that is saved or given up, before the form closes. What is
 * typed after that is kept again.
 */
export function useKeptDraft(key: DraftKey, value: unknown): () => void {
  const { userId, form, about } = key;
  const pending = useRef<{ timer: ReturnType<typeof setTimeout> } | null>(null);
  const isOver = useRef(false);
  const words = value === null ? null : JSON.stringify(value);

  const keepNow = useEffectEvent(() => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    pending.current = null;
    if (isOver.current) return;
    if (value === null) dropDraft(key);
    else keepDraft(key, value);
  });

  const keptWords = useRef(words);
  useEffect(() => {
    if (keptWords.current === words) return;
    keptWords.current = words;
    isOver.current = false;
    pending.current ??= { timer: setTimeout(() => keepNow(), LATEST) };
  }, [words]);

  useEffect(() => {
    const going = new AbortController();
    const { signal } = going;
    addEventListener('pagehide', () => keepNow(), { signal });
    document.addEventListener('visibilitychange', () => keepNow(), { signal });
    return () => {
      going.abort();
      keepNow();
    };
  }, [userId, form, about]);

  return () => {
    isOver.current = true;
    dropDraft(key);
  };
}

/** Everything that a person has begun in this browser and not saved. */
export function useDrafts(userId: string): Drafts {
  return useSyncExternalStore(subscribeToDrafts, () => draftsOf(userId), noDrafts);
}

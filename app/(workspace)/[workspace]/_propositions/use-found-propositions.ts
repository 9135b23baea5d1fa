'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import type { Page } from '@/lib/domain/page';
import type { Proposition } from '@/lib/domain/proposition';

/** While somebody types, the server is asked so many milliseconds after the last letter. */
const PAUSE = 200;

/** Propositions of a workspace that hold some words, the newest first; null until the first answer. */
export function useFoundPropositions(slug: string, words: string): Proposition[] | null {
  const [found, setFound] = useState<Proposition[] | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const query = new URLSearchParams({
      limit: '20',
      ...(words.trim() && { query: words.trim().slice(0, 200) }),
    });
    const timer = setTimeout(() => {
      void getJson<Page<Proposition>>(
        `/api/v1/workspaces/${slug}/propositions?${query}`,
        leaving.signal,
      ).then((answer) => {
        if (!leaving.signal.aborted) setFound(answer.ok ? answer.value.value.items : []);
      });
    }, PAUSE);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [slug, words]);
  return found;
}

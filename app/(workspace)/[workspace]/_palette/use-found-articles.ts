'use client';
import { useEffect, useState } from 'react';
import type { ListedArticle } from '@/lib/domain/article';
import type { Page } from '@/lib/domain/page';

/** Between the last key and the question to the server. */
const PAUSE_MS = 120;
const MOST = 8;

/** The workspace's articles that fit the words; without a connection none, or those that were found last. */
export function useFoundArticles(slug: string, words: string): readonly ListedArticle[] {
  const [articles, setArticles] = useState<readonly ListedArticle[]>([]);
  const wanted = words.trim().replace(/^(?:go to )?article\s+/i, '');
  useEffect(() => {
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ limit: String(MOST), ...(wanted && { query: wanted }) });
      const answer = await fetch(`/api/v1/workspaces/${slug}/articles?${query}`, { signal: aborter.signal })
        .then((response) => (response.ok ? (response.json() as Promise<Page<ListedArticle>>) : null))
        .catch(() => null);
      if (answer) setArticles(answer.items);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [slug, wanted]);
  return articles;
}

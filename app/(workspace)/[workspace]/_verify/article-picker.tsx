'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { dayInBrief } from '@/app/_ui/dates';
import { TextField } from '@/app/_ui/field';
import { Spinner } from '@/app/_ui/spinner';
import type { ListedArticle } from '@/lib/domain/article';
import type { Page } from '@/lib/domain/page';
import styles from './article-picker.module.css';

/** Typing rests this long before the server is asked, in milliseconds. */
const REST = 200;
const MOST = 20;

/** Articles of the workspace by title, publisher or author; the newest before anything is typed. */
export function ArticlePicker({
  workspaceSlug,
  ownArticleId,
  onChoose,
}: {
  workspaceSlug: string;
  ownArticleId: string;
  onChoose: (articleId: string) => void;
}) {
  const [words, setWords] = useState('');
  const { found, error } = useFoundArticles(workspaceSlug, words.trim());
  return (
    <>
      <TextField
        label="Find an article"
        type="search"
        placeholder="Title, publisher or author"
        autoComplete="off"
        value={words}
        error={error}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          // Enter would send the form that the dialog belongs to.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p role="status" className="visually-hidden">
        {found && `${found.length} ${found.length === 1 ? 'article' : 'articles'} found`}
      </p>
      {!found && !error && <Spinner label="Searching" />}
      {found?.length === 0 && <p className="soft">No article has these words. Try fewer or shorter ones.</p>}
      {found && found.length > 0 && (
        <ul className={styles.list}>
          {found.map((article) => (
            <li key={article.id}>
              <button type="button" className={styles.article} onClick={() => onChoose(article.id)}>
                <span className={styles.title}>{article.title}</span>
                <span className={styles.about}>
                  {[
                    article.publisher,
                    article.publishedAt && dayInBrief(article.publishedAt),
                    article.id === ownArticleId && 'this article: only as context',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function useFoundArticles(slug: string, words: string) {
  const [found, setFound] = useState<ListedArticle[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    const timer = setTimeout(
      async () => {
        const query = new URLSearchParams({ limit: String(MOST), ...(words && { query: words }) });
        const page = await getJson<Page<ListedArticle>>(
          `/api/v1/workspaces/${slug}/articles?${query}`,
          asked.signal,
        );
        if (asked.signal.aborted) return;
        setError(page.ok ? null : page.error.message);
        if (page.ok) setFound(page.value.value.items);
      },
      words ? REST : 0,
    );
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [slug, words]);
  return { found, error };
}

'use client';
import { useEffect, useRef, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { articlesInWords } from '@/app/_marks/campaign-words';
import { Button } from '@/app/_ui/button';
import { Checkbox, TextField } from '@/app/_ui/field';
import type { Page } from '@/lib/domain/page';
import styles from './campaigns.module.css';

export interface PickedArticle {
  id: string;
  title: string;
}

/** Typing rests this long before articles are asked for, in milliseconds. */
const REST = 250;

/** Chooses articles of the workspace: by ticking them, found by title, or all that are shown. */
export function ArticlePicker({
  slug,
  first,
  chosen,
  locked,
  onChange,
}: {
  slug: string;
  /** The newest articles, shown before anything is searched. */
  first: Page<PickedArticle>;
  chosen: ReadonlyMap<string, PickedArticle>;
  /** Articles that cannot be left out: somebody has them. */
  locked: ReadonlySet<string>;
  onChange: (chosen: ReadonlyMap<string, PickedArticle>) => void;
}) {
  const [page, setPage] = useState(first);
  const [words, setWords] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      asked.current?.abort();
    },
    [],
  );

  const ask = async (query: string, cursor: string | null) => {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    const search = new URLSearchParams({ limit: '100', ...(query && { query }), ...(cursor && { cursor }) });
    const answer = await getJson<Page<PickedArticle>>(
      `/api/v1/workspaces/${slug}/articles?${search}`,
      controller.signal,
    );
    if (controller.signal.aborted) return;
    setRefusal(answer.ok ? null : answer.error.message);
    if (!answer.ok) return;
    const { items, nextCursor } = answer.value.value;
    setPage((before) => ({ items: cursor ? [...before.items, ...items] : items, nextCursor }));
  };
  const search = (typed: string) => {
    setWords(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(typed.trim(), null), REST);
  };
  const setAll = (articles: readonly PickedArticle[], isChosen: boolean) => {
    const next = new Map(chosen);
    for (const { id, title } of articles)
      if (isChosen) next.set(id, { id, title });
      else if (!locked.has(id)) next.delete(id);
    onChange(next);
  };
  const free = page.items.filter(({ id }) => !chosen.has(id));
  return (
    <fieldset className={styles.group}>
      <legend>Articles</legend>
      <TextField
        label="Find articles"
        type="search"
        value={words}
        maxLength={200}
        placeholder="Title, publisher or author"
        onChange={(event) => search(event.target.value)}
        error={refusal}
      />
      <p className={styles.hint} role="status">
        {articlesInWords(chosen.size)} chosen, {page.items.length} shown
        {page.nextCursor && ', there are more'}.
      </p>
      {page.items.length > 0 && (
        // A list that scrolls is reached by the keyboard through what is in it.
        <ul className={styles.picker}>
          {page.items.map((article) => (
            <li key={article.id}>
              <Checkbox
                label={article.title}
                checked={chosen.has(article.id)}
                disabled={locked.has(article.id)}
                hint={locked.has(article.id) ? 'Somebody has it.' : undefined}
                onChange={(event) => setAll([article], event.target.checked)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {free.length > 0 && (
          <Button size="small" onClick={() => setAll(free, true)}>
            Choose all {page.items.length} shown
          </Button>
        )}
        {page.nextCursor && (
          <Button size="small" onClick={() => void ask(words.trim(), page.nextCursor)}>
            Show more
          </Button>
        )}
        {chosen.size > locked.size && (
          <Button size="small" onClick={() => setAll([...chosen.values()], false)}>
            Choose none
          </Button>
        )}
      </div>
    </fieldset>
  );
}

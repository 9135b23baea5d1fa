'use client';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { type ChangeEvent, useEffect, useRef, useTransition } from 'react';
import { controlClass } from '@/app/_ui/field';
import { SearchIcon } from '@/app/_ui/icons';
import { Spinner } from '@/app/_ui/spinner';
import styles from './article-search.module.css';

/** Typing rests this long before the list is asked for, in milliseconds. */
const REST = 250;

/** Searches the list as one types; the words stand in the address. Works as a plain form without script. */
export function ArticleSearch({ words, found, hasMore }: { words: string; found: number; hasMore: boolean }) {
  const router = useRouter();
  const pathname = usePathname();
  const [isSearching, startSearch] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // "Show all articles" and the browser's back change the words from outside.
    if (input.current && document.activeElement !== input.current) input.current.value = words;
  }, [words]);

  const show = (typed: string) => {
    const query = typed.trim();
    startSearch(() =>
      router.replace((query ? `${pathname}?query=${encodeURIComponent(query)}` : pathname) as Route, {
        scroll: false,
      }),
    );
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const typed = event.target.value;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show(typed), REST);
  };
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        show(input.current?.value ?? '');
      }}
    >
      <label className={styles.field}>
        <span className="visually-hidden">Search articles</span>
        <SearchIcon />
        <input
          ref={input}
          type="search"
          name="query"
          defaultValue={words}
          maxLength={200}
          placeholder="Title, publisher or author"
          autoComplete="off"
          className={controlClass}
          onChange={onChange}
        />
      </label>
      {isSearching && <Spinner label="Searching" />}
      <p role="status" className="visually-hidden">
        {words &&
          !isSearching &&
          `${found}${hasMore ? ' or more' : ''} ${found === 1 ? 'article' : 'articles'} found`}
      </p>
    </form>
  );
}

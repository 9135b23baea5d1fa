'use client';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';
import { controlClass } from '@/app/_ui/field';
import { FilterWord } from '@/app/_ui/filter-word';
import { SearchIcon } from '@/app/_ui/icons';
import { Spinner } from '@/app/_ui/spinner';
import { type SourceListing, TYPE_OPTIONS } from './source-listing';
import styles from './sources.module.css';

/** Typing rests this long before the list is asked for, in milliseconds. */
const REST = 250;

/** Searches the list as one types; words and sort stand in the address. Works as a plain form without script. */
export function SourceFilter({
  listing,
  found,
  hasMore,
}: {
  listing: Pick<SourceListing, 'words' | 'type'>;
  found: number;
  hasMore: boolean;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const [isSearching, startSearch] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const { words, type } = listing;

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const input = form.current?.querySelector('input');
    if (input && document.activeElement !== input) input.value = words;
  }, [words]);

  const show = () => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const given = [...new FormData(form.current)].map(
      ([name, value]) => [name, String(value).trim()] as const,
    );
    const query = new URLSearchParams(given.filter(([, value]) => value !== '').map(([...pair]) => pair));
    const search = query.toString();
    startSearch(() =>
      router.replace((search ? `${pathname}?${search}` : pathname) as Route, { scroll: false }),
    );
  };
  return (
    <form
      ref={form}
      role="search"
      className={styles.filter}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        show();
      }}
    >
      <label className={styles.search}>
        <span className="visually-hidden">Search sources</span>
        <SearchIcon />
        <input
          type="search"
          name="query"
          defaultValue={words}
          maxLength={200}
          placeholder="Name or other name"
          autoComplete="off"
          className={controlClass}
          onChange={() => {
            clearTimeout(timer.current);
            timer.current = setTimeout(show, REST);
          }}
        />
      </label>
      <span>
        Sources{' '}
        <FilterWord
          label="Sort of source"
          name="type"
          value={type}
          options={TYPE_OPTIONS}
          onChange={() => {
            // The form holds the choice once this event is over.
            timer.current = setTimeout(show);
          }}
        />
      </span>
      {isSearching && <Spinner label="Searching" />}
      <p role="status" className="visually-hidden">
        {words &&
          !isSearching &&
          `${found}${hasMore ? ' or more' : ''} ${found === 1 ? 'source' : 'sources'} found`}
      </p>
    </form>
  );
}

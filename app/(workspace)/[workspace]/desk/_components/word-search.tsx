'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, useRef } from 'react';
import { Button } from '@/app/_ui/button';
import { controlClass } from '@/app/_ui/field';
import { SearchIcon } from '@/app/_ui/icons';
import type { Route } from 'next';
import styles from './desk.module.css';

/** Looks for words in what is shown; they stand in the address beside the other choices. */
export function WordSearch({ words }: { words: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  const show = (event: FormEvent) => {
    event.preventDefault();
    const next = new URLSearchParams(params);
    next.delete('cursor');
    const typed = input.current?.value.trim() ?? '';
    if (typed) next.set('query', typed);
    else next.delete('query');
    router.replace(`${pathname}?${next}` as Route, { scroll: false });
  };
  return (
    <form role="search" className={styles.search} onSubmit={show}>
      <label>
        <span className="visually-hidden">Words</span>
        <input
          key={words}
          ref={input}
          type="search"
          name="query"
          defaultValue={words}
          maxLength={200}
          placeholder="Words"
          autoComplete="off"
          className={controlClass}
        />
      </label>
      <Button type="submit" size="small" aria-label="Find the words">
        <SearchIcon />
      </Button>
    </form>
  );
}

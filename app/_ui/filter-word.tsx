'use client';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import type { Option } from './field';
import styles from './filter-word.module.css';

/** A choice that reads as words of a sentence: a native select under its own label. */
export function FilterWord({
  label,
  name,
  value,
  onChange,
  options,
}: {
  /** What is chosen, for those who do not see the sentence: "State". */
  label: string;
  name?: string;
  value: string;
  /** Left out inside a FilterSentence, which navigates by itself. */
  onChange?: (value: string) => void;
  /** `words` stand in the sentence where they differ from the label in the list. */
  options: readonly (Option & { words?: string })[];
}) {
  const [chosen, setChosen] = useState({ given: value, shown: value });
  const shown = options.find((option) => option.value === chosen.shown);
  // The address is the truth: a new `value` from the server replaces what was chosen here.
  if (chosen.given !== value) setChosen({ given: value, shown: value });
  return (
    <span className={styles.word}>
      <span aria-hidden="true">{shown?.words ?? shown?.label ?? chosen.shown}</span>
      <select
        aria-label={label}
        name={name}
        value={chosen.shown}
        onChange={(event) => {
          setChosen({ given: value, shown: event.target.value });
          onChange?.(event.target.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Filters as words in a sentence, kept in the address; empty values are left out of it. Works as a plain form too. */
export function FilterSentence({ children, label }: { children: ReactNode; label: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const show = (form: HTMLFormElement) => {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
    const query = new URLSearchParams(chosen).toString();
    router.replace((query ? `${pathname}?${query}` : pathname) as never, { scroll: false });
  };
  return (
    <form
      className={styles.sentence}
      aria-label={label}
      onChange={(event) => show(event.currentTarget)}
      onSubmit={(event) => {
        event.preventDefault();
        show(event.currentTarget);
      }}
    >
      {children}
      <noscript>
        {' '}
        <Button type="submit" size="small">
          Show
        </Button>
      </noscript>
    </form>
  );
}

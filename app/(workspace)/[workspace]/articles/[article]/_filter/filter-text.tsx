'use client';
import { type Ref, useEffect, useRef, useState } from 'react';
import styles from '../_margin/margin-head.module.css';

/** Typing rests this long before the list follows, in milliseconds. */
const REST = 150;

/** The words that what is listed has to hold, written into the sentence. */
export function FilterText({
  text,
  inputRef,
  onText,
}: {
  text: string;
  inputRef: Ref<HTMLInputElement>;
  onText: (text: string) => void;
}) {
  const [typed, setTyped] = useState({ given: text, shown: text });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What was set elsewhere ("Show all") counts; what comes back of what was typed here does not.
  if (typed.given !== text)
    setTyped({ given: text, shown: text.trim() === typed.shown.trim() ? typed.shown : text });
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (words: string) => {
    clearTimeout(timer.current);
    onText(words);
  };
  return (
    <span className={styles.text}>
      containing{' '}
      <input
        ref={inputRef}
        type="search"
        aria-label="Words"
        placeholder="any words"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed.shown}
        onChange={(event) => {
          const words = event.target.value;
          setTyped({ given: text, shown: words });
          clearTimeout(timer.current);
          timer.current = setTimeout(() => settle(words), REST);
        }}
        onBlur={() => typed.shown !== text && settle(typed.shown)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle(typed.shown);
        }}
      />{' '}
    </span>
  );
}

import type { CSSProperties } from 'react';
import styles from './avatar.module.css';

/** The first letters of the first and last word of a name; of one word its first letter. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (
    ends
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toLocaleUpperCase('en') || '?'
  );
}

/** Initials in a circle; the name stands beside it or is its label. */
export function Avatar({
  name,
  labelled = false,
  size,
}: {
  name: string;
  labelled?: boolean;
  size?: string;
}) {
  return (
    <span
      className={styles.avatar}
      style={size ? ({ '--avatar-size': size } as CSSProperties) : undefined}
      role={labelled ? 'img' : undefined}
      aria-label={labelled ? name : undefined}
      aria-hidden={labelled ? undefined : true}
      title={name}
    >
      {initialsOf(name)}
    </span>
  );
}

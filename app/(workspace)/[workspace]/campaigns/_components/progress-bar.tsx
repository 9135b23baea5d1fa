import styles from './campaigns.module.css';

/** How far something is: in words, and the same as a bar for whoever sees it. */
export function ProgressBar({ done, of, words }: { done: number; of: number; words: string }) {
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <span>
      <span>{words}</span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.done} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </span>
  );
}

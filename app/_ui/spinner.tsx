import { classNames } from './class-names';
import styles from './spinner.module.css';

/** Appears after 300 ms, so that what is quick does not flicker. */
export function Spinner({ label, showLabel = false }: { label: string; showLabel?: boolean }) {
  return (
    <span className={styles.spinner} role="status">
      <span className={classNames(!showLabel && 'visually-hidden')}>{label}</span>
    </span>
  );
}

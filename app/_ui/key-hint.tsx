import styles from './key-hint.module.css';

/** The keys that do the same: `<KeyHint keys="Ctrl Z" />`. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}

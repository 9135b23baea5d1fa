import type { Route } from 'next';
import Link from 'next/link';
import styles from './filter-conditions.module.css';
import type { Condition } from './filter-words';

/** What something was narrowed to, each condition with the way to drop it. */
export function FilterConditions({
  label,
  conditions,
  hrefWithout,
}: {
  label: string;
  conditions: readonly Condition[];
  hrefWithout: (keys: readonly string[]) => Route;
}) {
  if (conditions.length === 0) return null;
  return (
    <ul className={styles.conditions} aria-label={label}>
      {conditions.map(({ keys, words }) => (
        <li key={words}>
          {words}{' '}
          <Link href={hrefWithout(keys)} scroll={false} className={styles.drop}>
            Drop<span className="visually-hidden"> “{words}”</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

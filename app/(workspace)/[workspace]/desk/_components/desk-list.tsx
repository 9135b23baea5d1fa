import type { DeskItem } from '@/lib/domain/desk';
import { DeskRow } from './desk-row';
import type { RowContext } from './row-context';
import styles from './desk.module.css';

/** What waits, one below the other. */
export function DeskList({ items, context }: { items: readonly DeskItem[]; context: RowContext }) {
  return (
    <ul className={`${styles.list} ${styles.wide}`} aria-label="What waits">
      {items.map((item) => (
        <DeskRow key={item.id} item={item} context={context} />
      ))}
    </ul>
  );
}

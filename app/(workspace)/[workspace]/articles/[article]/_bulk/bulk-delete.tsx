import { Button } from '@/app/_ui/button';
import styles from './bulk-bar.module.css';

/** Asks before several are deleted; `words` say how many of what. */
export function BulkDelete({
  words,
  onDelete,
  onCancel,
}: {
  words: string;
  onDelete: () => void;
  onCancel: () => void;
}) {
  return (
    <>
      <p>Delete {words}? One undo brings all of them back.</p>
      <div className={styles.actions}>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" variant="danger" data-confirm="" onClick={onDelete}>
          Delete {words}
        </Button>
      </div>
    </>
  );
}

import { Button } from '@/app/_ui/button';
import styles from './desk.module.css';

/** What can be done with several picked at once. */
export function BulkBar({
  count,
  onMine,
  onArrange,
  onClear,
}: {
  count: number;
  onMine: () => void;
  onArrange: () => void;
  onClear: () => void;
}) {
  return (
    <div role="group" aria-label="Several at once" className={styles.bulk}>
      <span role="status">{count} picked</span>
      <Button size="small" onClick={onArrange}>
        Arrange them
      </Button>
      <Button size="small" onClick={onMine}>
        Make them mine
      </Button>
      <Button size="small" variant="bare" onClick={onClear}>
        Pick none
      </Button>
    </div>
  );
}

import { Button } from '@/app/_ui/button';
import type { Step } from '@/lib/domain/undo-stack';
import styles from './bulk-bar.module.css';
import { countedKinds } from './bulk-verdict';

/** Asks before the verdicts of one run are taken back. */
export function BulkTakeBack({
  verdicts,
  onTakeBack,
  onCancel,
}: {
  verdicts: Step;
  onTakeBack: () => void;
  onCancel: () => void;
}) {
  const words = countedKinds(verdicts.acts);
  return (
    <>
      <p>
        Take back the status that you set for {words}? Each gets the one it had before, by a new decision.
        Both stay in the history.
      </p>
      <div className={styles.actions}>
        <Button size="small" onClick={onCancel}>
          Leave it
        </Button>
        <Button size="small" variant="primary" data-confirm="" onClick={onTakeBack}>
          Take back {words}
        </Button>
      </div>
    </>
  );
}

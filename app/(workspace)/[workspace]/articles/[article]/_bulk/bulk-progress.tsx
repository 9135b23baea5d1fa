import { Button } from '@/app/_ui/button';
import { wordsOf } from '@/lib/domain/annotation-words';
import styles from './bulk-bar.module.css';
import type { BulkRun } from './use-bulk-run';
import type { Progress } from './use-picking';

/** How far a run is. */
export function BulkProgress({ progress: { done, total } }: { progress: Progress }) {
  return (
    <label className={styles.progress}>
      <span>
        Recording: {done} of {total}
      </span>
      <progress value={done} max={total} />
    </label>
  );
}

/** What a run left undone, each by its words and with the reason. */
export function BulkTrouble({ run, onOpen }: { run: BulkRun; onOpen: (id: string) => void }) {
  const { failed, doneCount } = run;
  return (
    <>
      <p role="alert">
        {doneCount > 0 ? `${doneCount} done, ` : ''}
        {failed.length} not. Nothing else was changed.
      </p>
      <ul className={styles.list}>
        {failed.map(({ annotation, message }) => (
          <li key={annotation.id}>
            <button type="button" className={styles.name} dir="auto" onClick={() => onOpen(annotation.id)}>
              {wordsOf(annotation)}
            </button>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button size="small" onClick={run.forget}>
          Leave {failed.length === 1 ? 'it' : 'them'}
        </Button>
        <Button size="small" variant="primary" data-confirm="" onClick={run.tryAgain}>
          Try {failed.length === 1 ? 'it' : `these ${failed.length}`} again
        </Button>
      </div>
    </>
  );
}

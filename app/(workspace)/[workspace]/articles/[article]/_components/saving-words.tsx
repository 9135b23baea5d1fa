'use client';
import { Button } from '@/app/_ui/button';
import type { Refusal, Saving } from '../_browser/article-store';
import styles from './annotation-card.module.css';

/** Whether what was done here has reached the server; nothing when it has. */
export function SavingWords({
  saving,
  refusal,
  onRetry,
  onDiscard,
}: {
  saving: Saving | undefined;
  refusal: Refusal | undefined;
  onRetry: () => void;
  onDiscard: () => void;
}) {
  if (refusal)
    return (
      <div className={styles.refused} role="alert">
        <p>Refused: {refusal.message} Your change is kept here.</p>
        <div className={styles.actions}>
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
          <Button size="small" variant="bare" onClick={onDiscard}>
            Discard my change
          </Button>
        </div>
      </div>
    );
  if (saving === 'saving') return <p className={styles.saving}>Saving…</p>;
  if (saving === 'not_saved_yet')
    return <p className={styles.saving}>Not saved yet. It is sent when the line is back.</p>;
  return null;
}

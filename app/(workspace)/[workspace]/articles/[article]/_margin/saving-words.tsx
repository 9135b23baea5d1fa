'use client';
import { askToSignIn } from '@/app/_forms/session-news';
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
  if (saving === 'not_signed_in')
    return (
      <p className={styles.saving}>
        Not saved yet. It is sent when you{' '}
        <Button variant="link" onClick={askToSignIn}>
          sign in again
        </Button>
        .
      </p>
    );
  return null;
}

/** What was begun in a form of this note, kept on this computer, while the form is closed. */
export function BegunWords({
  forms,
  onGoOn,
}: {
  forms: readonly string[];
  onGoOn: (form: 'edit' | 'verify') => void;
}) {
  return (['edit', 'verify'] as const)
    .filter((form) => forms.includes(form))
    .map((form) => (
      <p key={form} className={styles.saving}>
        Not saved yet: {form === 'edit' ? 'a change that you had started' : 'a decision that you had started'}
        .{' '}
        <Button variant="link" onClick={() => onGoOn(form)}>
          Go on with it
        </Button>
      </p>
    ));
}

'use client';
import { useSubmission } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { signInWith } from './sign-in-with';
import styles from './sign-in.module.css';

/** Opening the link signs nobody in: mail scanners and previews open links too. Pressing the button does. */
export function LinkForm({ token, next }: { token: string; next: string }) {
  const { onSubmit, error, isBusy, isReady } = useSubmission(async () => {
    const refusal = await signInWith('link', { token });
    // Replaced, so that the spent link does not stay in the history.
    if (refusal === null) location.replace(next);
    return refusal;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
        Sign in
      </Button>
    </form>
  );
}

'use client';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { accept } from './actions';
import styles from './invite.module.css';

/** Accepts as the person signed in. */
export function JoinForm({ token, workspace }: { token: string; workspace: string }) {
  const { attempt, error, isBusy } = useAttempt(async () => {
    const outcome = await accept(token, null);
    if (!outcome.ok) return outcome.error.message;
    location.replace(`/${outcome.value.workspace.slug}`);
    return null;
  });
  return (
    <div className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <Button variant="primary" busy={isBusy} onClick={() => attempt()}>
        Join {workspace}
      </Button>
    </div>
  );
}

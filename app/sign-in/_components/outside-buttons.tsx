'use client';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { outsideAddress } from './sign-in-with';
import styles from './sign-in.module.css';

export function OutsideButtons({
  providers,
  next,
}: {
  providers: readonly { id: string; name: string }[];
  next: string;
}) {
  const { attempt, error, isBusy } = useAttempt(async (provider: string) => {
    location.assign(await outsideAddress(provider, next));
    return null;
  });
  if (providers.length === 0) return null;
  return (
    <div className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      {providers.map(({ id, name }) => (
        <Button key={id} busy={isBusy} onClick={() => attempt(id)}>
          Sign in with {name}
        </Button>
      ))}
    </div>
  );
}

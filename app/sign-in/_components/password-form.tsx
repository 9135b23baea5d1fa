'use client';
import { formValue } from '@/app/_forms/form-value';
import { useSubmission } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { signInWith } from './sign-in-with';
import styles from './sign-in.module.css';

/** Without `next` it stays where it is: the page hears that somebody has signed in. */
export function PasswordForm({ next }: { next?: string }) {
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (form) => {
    const given = { email: formValue(form, 'email'), password: formValue(form, 'password') };
    const refusal = await signInWith('password', given);
    if (refusal === null && next !== undefined) location.assign(next);
    return refusal;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
        Sign in
      </Button>
    </form>
  );
}

'use client';
import { useRef } from 'react';
import { formValue } from '@/app/_forms/form-value';
import { useSubmission } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import { PASSWORD_LENGTH } from '@/lib/domain/password-length';
import { savePassword } from '../actions';
import styles from './account.module.css';

export function PasswordChange({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (given) => {
    const refusal = await savePassword(formValue(given, 'current'), formValue(given, 'password'));
    if (refusal === null) {
      form.current?.reset();
      announce('Your password was saved. Other browsers are signed out.');
    }
    return refusal;
  });
  return (
    <form method="post" ref={form} onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="email" autoComplete="username" value={email} />
      {hasPassword && (
        <TextField
          label="Current password"
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
      )}
      <TextField
        label={hasPassword ? 'New password' : 'Password'}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH}
        hint={`At least ${PASSWORD_LENGTH} characters. A few words are good.`}
      />
      <Button type="submit" busy={isBusy} disabled={!isReady}>
        {hasPassword ? 'Change password' : 'Set password'}
      </Button>
    </form>
  );
}

'use client';
import { formValue } from '@/app/_forms/form-value';
import { useSubmission } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { signInWith } from '@/app/sign-in/_components/sign-in-with';
import { PASSWORD_LENGTH } from '@/lib/domain/password-length';
import { accept } from './actions';
import styles from './invite.module.css';

/** Accepts with a new account, and signs in to it. */
export function NewcomerForm({
  token,
  workspace,
  email,
}: {
  token: string;
  workspace: string;
  email: string | null;
}) {
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (form) => {
    const account = {
      email: email ?? formValue(form, 'email'),
      name: formValue(form, 'name'),
      password: formValue(form, 'password'),
    };
    const outcome = await accept(token, account);
    if (!outcome.ok) return outcome.error.message;
    const refusal = await signInWith('password', { email: account.email, password: account.password });
    location.replace(refusal === null ? `/${outcome.value.workspace.slug}` : '/sign-in');
    return null;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={email ?? ''}
        readOnly={email !== null}
        hint={email !== null && 'This invitation is for this address.'}
      />
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        hint="Stands beside your work."
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH}
        hint={`At least ${PASSWORD_LENGTH} characters. A few words are good.`}
      />
      <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
        Join {workspace}
      </Button>
    </form>
  );
}

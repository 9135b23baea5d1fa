'use client';
import { useState } from 'react';
import { formValue } from '@/app/_forms/form-value';
import { useSubmission } from '@/app/_forms/use-submission';
import { wordOfScope } from '@/app/_marks/member-words';
import { Button } from '@/app/_ui/button';
import { Select, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { TOKEN_SCOPES } from '@/lib/domain/vocabulary';
import { makeToken } from '../actions';
import styles from './settings.module.css';
import { ShownOnce } from './shown-once';

const OPTIONS = TOKEN_SCOPES.map((scope) => ({ value: scope, label: wordOfScope(scope) }));

/** Makes an API token that stands for oneself. */
export function TokenForm({ slug }: { slug: string }) {
  const [token, setToken] = useState<string | null>(null);
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (form) => {
    const body = { name: formValue(form, 'name'), scope: formValue(form, 'scope') };
    const outcome = await makeToken(slug, body);
    setToken(outcome.ok ? outcome.value.token : null);
    return outcome.ok ? null : outcome.error.message;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <TextField label="What it is for" name="name" required maxLength={120} autoComplete="off" />
      <Select label="May" name="scope" options={OPTIONS} />
      <Button type="submit" busy={isBusy} disabled={!isReady}>
        Make token
      </Button>
      {token && (
        <ShownOnce
          key={token}
          label="API token"
          hint="Copy it now: it is shown only here. Whoever has it acts as you in this workspace."
          secret={token}
        />
      )}
    </form>
  );
}

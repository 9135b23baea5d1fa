'use client';
import { formValue } from '@/app/_forms/form-value';
import { useSubmission } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { useAnnounce } from '@/app/_ui/toast';
import { saveName } from '../actions';
import styles from './account.module.css';

export function NameForm({ name }: { name: string }) {
  const announce = useAnnounce();
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (form) => {
    const refusal = await saveName(formValue(form, 'name'));
    if (refusal === null) announce('Your name was saved.');
    return refusal;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={name}
        error={error}
      />
      <Button type="submit" busy={isBusy} disabled={!isReady}>
        Save name
      </Button>
    </form>
  );
}

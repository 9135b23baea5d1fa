'use client';
import { formValue } from '@/app/_forms/form-value';
import { useSubmission } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import { saveWorkspace } from '../actions';
import styles from './settings.module.css';

export function WorkspaceForm({
  slug,
  name,
  timeZone,
  timeZones,
}: {
  slug: string;
  name: string;
  timeZone: string;
  timeZones: readonly string[];
}) {
  const announce = useAnnounce();
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (form) => {
    const change = { name: formValue(form, 'name'), timeZone: formValue(form, 'timeZone') };
    const refusal = await saveWorkspace(slug, change);
    if (refusal === null) announce('The workspace was saved.');
    return refusal;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <TextField label="Name" name="name" required maxLength={120} defaultValue={name} />
      <TextField
        label="Time zone"
        name="timeZone"
        required
        defaultValue={timeZone}
        list="time-zones"
        hint="Decides when a prediction’s deadline has passed."
      />
      <datalist id="time-zones">
        {timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Button type="submit" busy={isBusy} disabled={!isReady}>
        Save workspace
      </Button>
    </form>
  );
}

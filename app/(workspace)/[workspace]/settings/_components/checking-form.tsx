'use client';
import { formValue } from '@/app/_forms/form-value';
import { useSubmission } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Checkbox, Select } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { CheckingRules } from '@/lib/domain/checking-rules';
import { saveCheckingRules } from '../checking-actions';
import styles from './settings.module.css';

const SOURCES = ['1', '2', '3', '4', '5'].map((value) => ({
  value,
  label: value === '1' ? '1: any evidence will do' : value,
}));

/** What the workspace asks of those who check, for its owners to set. */
export function CheckingForm({ slug, rules }: { slug: string; rules: CheckingRules }) {
  const announce = useAnnounce();
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (form) => {
    const refusal = await saveCheckingRules(slug, {
      needsApproval: form.has('needsApproval'),
      independentSources: Number(formValue(form, 'independentSources')),
      secondResolver: form.has('secondResolver'),
    });
    if (refusal === null) announce('The rules of checking were saved.');
    return refusal;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <Checkbox
        name="needsApproval"
        defaultChecked={rules.needsApproval}
        label="A second pair of eyes"
        hint="A decision counts once another editor has approved it."
      />
      <Select
        name="independentSources"
        label="Independent sources"
        hint="So many must stand behind “supported” and “refuted”. Copies of one story count once."
        options={SOURCES}
        defaultValue={String(rules.independentSources)}
      />
      <Checkbox
        name="secondResolver"
        defaultChecked={rules.secondResolver}
        label="Two people resolve a prediction"
        hint="They do not see each other’s answer, nor who said it, until both have answered."
      />
      <Button type="submit" busy={isBusy} disabled={!isReady}>
        Save the rules
      </Button>
    </form>
  );
}

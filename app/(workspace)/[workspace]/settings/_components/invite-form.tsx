'use client';
import { useState } from 'react';
import { formValue } from '@/app/_forms/form-value';
import { useSubmission } from '@/app/_forms/use-submission';
import { allRightsOfRole } from '@/app/_marks/role-rights';
import { wordOfRole } from '@/app/_marks/member-words';
import { Button } from '@/app/_ui/button';
import { Select, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { type Role, ROLES } from '@/lib/domain/vocabulary';
import { invite } from '../actions';
import styles from './settings.module.css';
import { ShownOnce } from './shown-once';

const OPTIONS = ROLES.map((role) => ({ value: role, label: wordOfRole(role) }));

/** Makes an invitation's link, which the owner passes on. */
export function InviteForm({ slug }: { slug: string }) {
  const [role, setRole] = useState<Role>('annotator');
  const [link, setLink] = useState<string | null>(null);
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (form) => {
    const outcome = await invite(slug, { role, email: formValue(form, 'email').trim() || null });
    setLink(outcome.ok ? outcome.value.link : null);
    return outcome.ok ? null : outcome.error.message;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <Select
        label="Role"
        options={OPTIONS}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
        hint={allRightsOfRole(role)}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        optional
        autoComplete="off"
        hint="When given, only this address may use the link."
      />
      <Button type="submit" busy={isBusy} disabled={!isReady}>
        Make invitation link
      </Button>
      {link && (
        <ShownOnce
          key={link}
          label="Invitation link"
          hint="Pass it on now: it is shown only here. It lets one person in, within a week."
          secret={link}
        />
      )}
    </form>
  );
}

'use client';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/app/_forms/use-attempt';
import { wordOfBasis } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Select, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Affiliation, PutAffiliation } from '@/lib/domain/affiliation';
import { BASES, type Basis } from '@/lib/domain/vocabulary';
import { usePerson } from '../../../_session/person';
import { putAffiliation } from '../../_components/source-acts';
import styles from './source-page.module.css';

/** The body of the request that makes an affiliation what it is. */
export const requestFromAffiliation = ({
  role,
  organisation,
  organisationId,
  from,
  until,
  basis,
  note,
}: Affiliation): PutAffiliation => ({
  role,
  organisation: organisationId ? null : organisation,
  organisationId,
  from,
  until,
  basis,
  note,
});

/** A new affiliation, or one that is edited; closed where `edited` is null. */
export function AffiliationDialog({
  sourceId,
  edited,
  onClose,
  onSaved,
}: {
  sourceId: string;
  edited: Affiliation | 'new' | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  return (
    <Dialog
      open={edited !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={edited === 'new' ? 'Add an office or affiliation' : 'Edit the affiliation'}
    >
      {edited && (
        <AffiliationForm
          key={edited === 'new' ? 'new' : edited.id}
          sourceId={edited === 'new' ? sourceId : edited.sourceId}
          before={edited === 'new' ? null : edited}
          onSaved={onSaved}
        />
      )}
    </Dialog>
  );
}

const DATE_PATTERN = '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?';

function AffiliationForm({
  sourceId,
  before,
  onSaved,
}: {
  sourceId: string;
  before: Affiliation | null;
  onSaved: () => void;
}) {
  const person = usePerson();
  // The same for every try, so that one whose answer was lost is not made twice.
  const [id] = useState(() => before?.id ?? crypto.randomUUID());
  const { attempt, error, isBusy } = useAttempt(async (affiliation: PutAffiliation) => {
    const refusal = await putAffiliation(person.id, sourceId, id, affiliation);
    if (!refusal) onSaved();
    return refusal;
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const written = (name: string): string | null => String(form.get(name) ?? '').trim() || null;
    const organisation = written('organisation');
    const isRegistered = before?.organisationId && organisation === before.organisation;
    attempt({
      role: written('role') ?? '',
      organisation: isRegistered ? null : organisation,
      organisationId: isRegistered ? before.organisationId : null,
      from: written('from'),
      until: written('until'),
      basis: (written('basis') as Basis | null) ?? 'editor',
      note: written('note'),
    });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <TextField
        label="What they were"
        name="role"
        required
        maxLength={300}
        placeholder="defence minister, spokesperson"
        defaultValue={before?.role ?? ''}
        autoComplete="off"
      />
      <TextField
        label="Of which body"
        name="organisation"
        optional
        maxLength={300}
        defaultValue={before?.organisation ?? ''}
        autoComplete="off"
      />
      <div className={styles.dates}>
        <TextField
          label="From"
          name="from"
          optional
          pattern={DATE_PATTERN}
          placeholder="2012-11"
          hint="A year, a month or a day."
          defaultValue={before?.from ?? ''}
          autoComplete="off"
        />
        <TextField
          label="Until"
          name="until"
          optional
          pattern={DATE_PATTERN}
          placeholder="2024-05-12"
          hint="Left empty: until now."
          defaultValue={before?.until ?? ''}
          autoComplete="off"
        />
      </div>
      <Select
        label="How it is known"
        name="basis"
        defaultValue={before?.basis ?? 'editor'}
        options={BASES.map((basis) => ({ value: basis, label: wordOfBasis(basis) }))}
      />
      <TextField
        label="Where from"
        name="note"
        optional
        maxLength={2000}
        defaultValue={before?.note ?? ''}
        hint="The article, page or record that says so."
        autoComplete="off"
      />
      <div className={styles.foot}>
        <DialogClose />
        <Button type="submit" variant="primary" busy={isBusy}>
          Save
        </Button>
      </div>
    </form>
  );
}

'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/app/_forms/use-attempt';
import { wordOfSourceType } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Select, TextArea, TextField } from '@/app/_ui/field';
import { EditIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { PatchSource, ShownSource } from '@/lib/domain/source';
import { SOURCE_TYPES, type SourceType } from '@/lib/domain/vocabulary';
import { usePerson } from '../../../_session/person';
import { changeSource } from '../../_components/source-acts';
import styles from './source-page.module.css';

/** Its name, sort and other names. The old name stays as another one, unless somebody takes it out. */
export function EditSource({ source }: { source: ShownSource }) {
  const router = useRouter();
  const announce = useAnnounce();
  const person = usePerson();
  const [isOpen, setOpen] = useState(false);
  const before = { name: source.name, type: source.type, aliases: source.ownAliases };
  const { attempt, error, isBusy } = useAttempt(async (after: Required<PatchSource>) => {
    const refusal = await changeSource(person.id, source.id, source.version, after);
    if (refusal) return refusal;
    setOpen(false);
    announce('Saved.', {
      undo: async () => {
        const kept = await changeSource(person.id, source.id, source.version + 1, before);
        announce(kept ?? 'As it was before.');
        router.refresh();
      },
    });
    router.refresh();
    return null;
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name')).trim();
    const written = String(form.get('aliases'))
      .split('\n')
      .map((alias) => alias.trim())
      .filter(Boolean);
    const isRenamed = name !== source.name;
    attempt({
      name,
      type: (form.get('type') as SourceType | null) ?? source.type,
      aliases: isRenamed ? [...written, source.name] : written,
    });
  };
  const types = SOURCE_TYPES.filter(
    (type) => (type === 'anonymous' || type === 'author') === (source.articleId !== null),
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <EditIcon size={14} /> Edit
        </Button>
      }
      title="Edit the source"
    >
      <form onSubmit={submit} className={styles.form} key={source.version}>
        {error && <Notice tone="error">{error}</Notice>}
        <TextField
          label="Name"
          name="name"
          defaultValue={source.name}
          required
          maxLength={300}
          autoComplete="off"
          hint="Annotations show the new name. The old one stays as another name."
        />
        {source.articleId === null && (
          <Select
            label="What it is"
            name="type"
            defaultValue={source.type}
            options={types.map((type) => ({ value: type, label: wordOfSourceType(type) }))}
          />
        )}
        <TextArea
          label="Other names"
          name="aliases"
          optional
          rows={4}
          defaultValue={source.ownAliases.join('\n')}
          hint="One a line. Whoever writes one of them in “Said by” means this source."
        />
        <div className={styles.foot}>
          <DialogClose />
          <Button type="submit" variant="primary" busy={isBusy}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

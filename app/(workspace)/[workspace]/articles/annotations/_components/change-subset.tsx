'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { sendJson } from '@/app/_forms/ask-api';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { TextArea, TextField } from '@/app/_ui/field';
import { useAnnounce } from '@/app/_ui/toast';
import type { Subset } from '@/lib/domain/subset';

const versioned = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` });

/** Renames a subset, changes its note, or deletes it, which can be undone. */
export function ChangeSubset({ subset }: { subset: Subset }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(subset.name);
  const [note, setNote] = useState(subset.note);
  const openOrClose = (opens: boolean) => {
    if (opens) {
      setName(subset.name);
      setNote(subset.note);
    }
    setOpen(opens);
  };
  const address = `/api/v1/subsets/${subset.id}`;
  const saving = useAttempt(async () => {
    const saved = await sendJson<Subset>('PATCH', address, { name, note }, versioned(subset.version));
    if (!saved.ok) return saved.error.message;
    setOpen(false);
    announce('Saved.');
    router.refresh();
    return null;
  });
  const restore = async (version: number) => {
    const restored = await sendJson('POST', `${address}/restore`, undefined, versioned(version));
    announce(restored.ok ? `“${subset.name}” is back.` : restored.error.message);
    router.refresh();
  };
  const deleting = useAttempt(async () => {
    const deleted = await sendJson<Subset>('DELETE', address, undefined, versioned(subset.version));
    if (!deleted.ok) return deleted.error.message;
    setOpen(false);
    announce(`“${subset.name}” is deleted.`, { undo: () => void restore(deleted.value.value.version) });
    router.refresh();
    return null;
  });
  return (
    <Dialog
      title={`Change “${subset.name}”`}
      description={`Made by ${subset.author.name}.`}
      open={isOpen}
      onOpenChange={openOrClose}
      trigger={<Button size="small">Change subset…</Button>}
      footer={
        <>
          <Button variant="danger" busy={deleting.isBusy} onClick={() => deleting.attempt()}>
            Delete subset
          </Button>
          <DialogClose />
          <Button variant="primary" busy={saving.isBusy} onClick={() => saving.attempt()}>
            Save
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label="Name"
          value={name}
          maxLength={100}
          error={saving.error ?? deleting.error}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea
          label="Note"
          optional
          value={note}
          rows={2}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { useAttemptId } from '@/app/_forms/sent-attempt';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { TextArea, TextField } from '@/app/_ui/field';
import { useAnnounce } from '@/app/_ui/toast';
import type { Subset } from '@/lib/domain/subset';

/** Keeps the filter that is shown under a name. */
export function SaveSubset({ slug, parts }: { slug: string; parts: Record<string, string | string[]> }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const idFor = useAttemptId();
  const { attempt, error, isBusy } = useAttempt(async () => {
    const body = { name, note, filter: parts };
    const made = await postJson<Subset>(`/api/v1/workspaces/${slug}/subsets`, { id: idFor(body), ...body });
    if (!made.ok) return made.error.message;
    setOpen(false);
    announce(`“${made.value.value.name}” is kept.`);
    router.refresh();
    return null;
  });
  return (
    <Dialog
      title="Save as subset"
      description="The filter is kept under a name, not what fits it today: whoever opens or exports the subset gets what fits it then."
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button size="small">Save as subset…</Button>}
      footer={
        <>
          <DialogClose />
          <Button variant="primary" busy={isBusy} onClick={() => attempt()}>
            Save subset
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label="Name"
          value={name}
          maxLength={100}
          error={error}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea
          label="Note"
          optional
          hint="What it is for."
          value={note}
          rows={2}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

'use client';
import { type ReactElement, useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Released } from '@/lib/domain/campaign';

/** Asks for a few words why, and gives a place free. */
export function ReleaseDialog({
  assignmentId,
  trigger,
  title,
  description,
  verb,
  onDone,
}: {
  assignmentId: string;
  trigger: ReactElement;
  title: string;
  description: string;
  verb: string;
  onDone: (released: Released) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const release = async () => {
    setBusy(true);
    setRefusal(null);
    const answer = await postJson<Released>(`/api/v1/assignments/${assignmentId}/release`, { reason });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.error.message);
    setOpen(false);
    onDone(answer.value.value);
  };
  return (
    <Dialog
      title={title}
      description={description}
      trigger={trigger}
      open={isOpen}
      onOpenChange={setOpen}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" busy={isBusy} onClick={() => void release()}>
            {verb}
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="error">{refusal}</Notice>}
      <TextField
        label="Why"
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

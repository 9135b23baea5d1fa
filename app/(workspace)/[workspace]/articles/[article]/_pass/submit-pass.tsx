'use client';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';

/** Submits one's own blind pass, after saying what that means: it cannot be taken back. */
export function SubmitPass({ articleId }: { articleId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async () => {
    setBusy(true);
    const answer = await postJson(`/api/v1/articles/${articleId}/passes/mine/submit`, {});
    if (answer.ok) return location.reload();
    setBusy(false);
    setRefusal(answer.error.message);
  };
  return (
    <Dialog
      title="Submit your pass?"
      description="The article is then fully annotated by you: what you have not marked counts as meant to be bare. You cannot change your pass any more, and an editor can reveal it to the others."
      trigger={<Button size="small">Submit…</Button>}
      open={isOpen}
      onOpenChange={setOpen}
      footer={
        <>
          <DialogClose>Keep annotating</DialogClose>
          <Button variant="primary" busy={isBusy} onClick={() => void submit()}>
            Submit my pass
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="error">{refusal}</Notice>}
    </Dialog>
  );
}

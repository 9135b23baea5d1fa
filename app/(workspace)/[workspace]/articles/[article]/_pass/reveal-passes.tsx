'use client';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';

/** Reveals the submitted passes of an article, after saying what that means: it cannot be taken back. */
export function RevealPasses({ articleId }: { articleId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const reveal = async () => {
    setBusy(true);
    const answer = await postJson(`/api/v1/articles/${articleId}/passes/reveal`, {});
    if (answer.ok) return location.reload();
    setBusy(false);
    setRefusal(answer.error.message);
  };
  return (
    <Dialog
      title="Reveal the submitted passes?"
      description="Everybody in this workspace can then see who marked what, and the page on agreement compares them. Passes that are still open stay hidden. This cannot be taken back."
      trigger={<Button size="small">Reveal…</Button>}
      open={isOpen}
      onOpenChange={setOpen}
      footer={
        <>
          <DialogClose>Not yet</DialogClose>
          <Button variant="primary" busy={isBusy} onClick={() => void reveal()}>
            Reveal the passes
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="error">{refusal}</Notice>}
    </Dialog>
  );
}

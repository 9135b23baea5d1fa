'use client';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';

/** Opens one's own blind pass, after saying what it is. */
export function StartPass({ articleId, onLeave }: { articleId: string; onLeave: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const start = async () => {
    setBusy(true);
    const answer = await postJson(`/api/v1/articles/${articleId}/passes/mine`, {});
    if (answer.ok) return location.reload();
    setBusy(false);
    setRefusal(answer.error.message);
  };
  return (
    <Dialog
      title="Annotate this article blind?"
      description="You mark all of it by yourself. Until you submit, you see only your own marks on it; nobody else sees yours before an editor reveals them."
      open
      onOpenChange={(open) => !open && onLeave()}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" busy={isBusy} onClick={() => void start()}>
            Start a blind pass
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="error">{refusal}</Notice>}
    </Dialog>
  );
}

'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { useAttemptId } from '@/app/_forms/sent-attempt';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { TextArea } from '@/app/_ui/field';
import type { Proposition } from '@/lib/domain/proposition';

/** Makes a proposition by hand; annotations are put into it from their notes. */
export function NewProposition({ slug }: { slug: string }) {
  const router = useRouter();
  const [words, setWords] = useState('');
  const idFor = useAttemptId();
  const { attempt, error, isBusy } = useAttempt(async () => {
    const id = idFor({ words });
    const made = await postJson<Proposition>(`/api/v1/workspaces/${slug}/propositions`, { id, words });
    if (!made.ok) return made.error.message;
    router.push(`/${slug}/propositions/${id}` as Route);
    return null;
  });
  return (
    <Dialog
      title="New proposition"
      description="One sentence that can be checked. What articles say of it is put in from the notes beside them."
      trigger={<Button>New proposition</Button>}
      footer={
        <>
          <DialogClose />
          <Button variant="primary" busy={isBusy} onClick={() => attempt()}>
            Make proposition
          </Button>
        </>
      }
    >
      <TextArea
        label="What is claimed"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        error={error}
        rows={3}
      />
    </Dialog>
  );
}

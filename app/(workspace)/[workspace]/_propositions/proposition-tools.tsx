'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { sendJson } from '@/app/_forms/ask-api';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { TextArea } from '@/app/_ui/field';
import { useAnnounce } from '@/app/_ui/toast';
import type { Proposition } from '@/lib/domain/proposition';

const ask = (method: 'PATCH' | 'DELETE' | 'POST', path: string, version: number, body?: unknown) =>
  sendJson<Proposition>(method, `/api/v1/propositions/${path}`, body, { 'if-match': String(version) });

/** Changes a proposition's words, and deletes it. */
export function PropositionTools({
  id,
  words,
  version,
}: {
  slug: string;
  id: string;
  words: string;
  version: number;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState(words);
  const restore = async (deleted: number) => {
    const restored = await ask('POST', `${id}/restore`, deleted);
    if (!restored.ok) announce(restored.error.message);
    router.refresh();
  };
  const edit = useAttempt(async () => {
    const changed = await ask('PATCH', id, version, { words: typed });
    if (!changed.ok) return changed.error.message;
    setIsOpen(false);
    announce('Saved.');
    router.refresh();
    return null;
  });
  const remove = useAttempt(async () => {
    const deleted = await ask('DELETE', id, version);
    if (!deleted.ok) {
      announce(deleted.error.message);
      return deleted.error.message;
    }
    announce('Proposition deleted.', { undo: () => void restore(deleted.value.value.version) });
    router.refresh();
    return null;
  });
  return (
    <>
      <Dialog
        title="Edit proposition"
        open={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open);
          if (open) setTyped(words);
        }}
        trigger={<Button>Edit</Button>}
        footer={
          <>
            <DialogClose />
            <Button variant="primary" busy={edit.isBusy} onClick={() => edit.attempt()}>
              Save
            </Button>
          </>
        }
      >
        <TextArea
          label="What is claimed"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={edit.error}
          rows={3}
        />
      </Dialog>
      <Button busy={remove.isBusy} onClick={() => remove.attempt()}>
        Delete
      </Button>
    </>
  );
}

export function RestoreProposition({ id, version }: { id: string; version: number }) {
  const router = useRouter();
  const announce = useAnnounce();
  const { attempt, isBusy } = useAttempt(async () => {
    const restored = await ask('POST', `${id}/restore`, version);
    announce(restored.ok ? 'Proposition restored.' : restored.error.message);
    router.refresh();
    return null;
  });
  return (
    <Button busy={isBusy} onClick={() => attempt()}>
      Restore
    </Button>
  );
}

'use client';
import { useState } from 'react';
import { useAttempt } from '@/app/_forms/use-attempt';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { FactCheck } from '@/lib/domain/fact-check';
import { MOST_OF_REASON } from '@/lib/domain/fact-check-limits';
import { unpublish } from '../actions';

/** Takes a page off, with a reason that stays at its address. */
export function UnpublishDialog({
  slug,
  factCheck,
}: {
  slug: string;
  factCheck: Pick<FactCheck, 'id' | 'version'>;
}) {
  const announce = useAnnounce();
  const isReady = useIsReady();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { attempt, error, isBusy } = useAttempt(async () => {
    const outcome = await unpublish(slug, factCheck.id, factCheck.version, reason);
    if (!outcome.ok) return outcome.error.message;
    setIsOpen(false);
    announce('Unpublished. Its address says so.');
    return null;
  });
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Unpublish this fact check?"
      description="Its address will say that it was taken off, since when, and why. You can publish it again there."
      trigger={<Button disabled={!isReady}>Unpublish…</Button>}
      footer={
        <>
          <DialogClose />
          <Button variant="danger" busy={isBusy} onClick={() => !isBusy && attempt()}>
            Unpublish
          </Button>
        </>
      }
    >
      <div className="stack">
        {error && <Notice tone="error">{error}</Notice>}
        <TextArea
          label="Why"
          optional
          hint="Readers see it, with the date."
          rows={3}
          value={reason}
          maxLength={MOST_OF_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

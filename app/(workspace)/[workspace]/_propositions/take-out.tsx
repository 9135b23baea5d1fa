'use client';
import { useRouter } from 'next/navigation';
import { sendJson } from '@/app/_forms/ask-api';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';

/** Takes an annotation out of its proposition. */
export function TakeOut({
  propositionId,
  annotationId,
  words,
}: {
  propositionId: string;
  annotationId: string;
  words: string;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const address = `/api/v1/propositions/${propositionId}/annotations/${annotationId}`;
  const putBack = async () => {
    const back = await sendJson('PUT', address);
    if (!back.ok) announce(back.error.message);
    router.refresh();
  };
  const { attempt, isBusy } = useAttempt(async () => {
    const left = await sendJson('DELETE', address);
    if (!left.ok) {
      announce(left.error.message);
      return left.error.message;
    }
    announce('Taken out of the proposition.', { undo: () => void putBack() });
    router.refresh();
    return null;
  });
  return (
    <Button size="small" variant="bare" busy={isBusy} onClick={() => attempt()}>
      Take out<span className="visually-hidden">: {words}</span>
    </Button>
  );
}

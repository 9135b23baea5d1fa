'use client';
import { useRouter } from 'next/navigation';
import { postJson } from '@/app/_forms/ask-api';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';

/** Says that a passage settles nothing. */
export function DismissSettling({ id, words }: { id: string; words: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const ask = async (verb: 'dismiss' | 'restore'): Promise<string | null> => {
    const answer = await postJson(`/api/v1/settling/${id}/${verb}`, {});
    if (!answer.ok) {
      announce(answer.error.message);
      return answer.error.message;
    }
    if (verb === 'dismiss')
      announce('Dismissed. It will not be proposed again.', { undo: () => void ask('restore') });
    router.refresh();
    return null;
  };
  const { attempt, isBusy } = useAttempt(() => ask('dismiss'));
  return (
    <Button size="small" busy={isBusy} onClick={() => attempt()}>
      It settles nothing<span className="visually-hidden">: {words}</span>
    </Button>
  );
}

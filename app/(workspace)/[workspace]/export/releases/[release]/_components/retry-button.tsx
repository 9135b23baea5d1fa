'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';

/** Has a release made that could not be. */
export function RetryButton({ id }: { id: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isBusy, setBusy] = useState(false);
  async function retry(): Promise<void> {
    setBusy(true);
    const answer = await postJson(`/api/v1/releases/${id}/retry`, {});
    setBusy(false);
    if (answer.ok) router.refresh();
    else announce(answer.error.message);
  }
  return (
    <Button busy={isBusy} onClick={() => void retry()}>
      Try again
    </Button>
  );
}

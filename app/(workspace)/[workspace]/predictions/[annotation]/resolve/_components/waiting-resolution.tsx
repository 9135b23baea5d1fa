'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { ResolutionView, SubmittedResolution } from '@/lib/domain/resolution';
import { usePerson } from '../../../../_session/person';
import { SubmittedBody } from './submitted-body';

/** One's own resolution, while it waits for the other. */
export function WaitingResolution({ id, mine }: { id: string; mine: SubmittedResolution }) {
  const { id: userId } = usePerson();
  const router = useRouter();
  const announce = useAnnounce();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const withdraw = async () => {
    setIsBusy(true);
    const answer = await postJson<ResolutionView>(
      `/api/v1/annotations/${id}/resolutions/withdraw`,
      {},
      asUser(userId),
    );
    setIsBusy(false);
    setError(answer.ok ? null : answer.error.message);
    if (!answer.ok) return;
    announce('Withdrawn. What you had submitted counts no longer.');
    router.refresh();
  };
  return (
    <section aria-label="Your resolution" className="stack">
      <Notice
        title="You have submitted; waiting for a second, independent resolver"
        action={
          <Button size="small" busy={isBusy} onClick={() => void withdraw()}>
            Withdraw
          </Button>
        }
      >
        Nobody else sees your resolution until a second one is in.
      </Notice>
      {error && (
        <Notice tone="error" title="It was not withdrawn">
          {error}
        </Notice>
      )}
      <SubmittedBody submitted={mine} />
    </section>
  );
}

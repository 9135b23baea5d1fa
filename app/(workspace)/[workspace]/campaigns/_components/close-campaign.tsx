'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { sendJson } from '@/app/_forms/ask-api';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';
import type { Campaign } from '@/lib/domain/campaign';
import type { CampaignState } from '@/lib/domain/vocabulary';

/** Closes a campaign, which gives out no more articles then, and opens it again. */
export function CloseCampaign({ campaign }: { campaign: Campaign }) {
  const router = useRouter();
  const announce = useAnnounce();
  const isReady = useIsReady();
  const [isBusy, setBusy] = useState(false);
  const set = async (state: CampaignState, version: number) => {
    setBusy(true);
    const answer = await sendJson<Campaign>(
      'PATCH',
      `/api/v1/campaigns/${campaign.id}`,
      { state },
      { 'if-match': String(version) },
    );
    setBusy(false);
    if (!answer.ok) return announce(answer.error.message);
    const after = answer.value.value;
    if (state === 'closed')
      announce('The campaign is closed. What was begun can still be submitted.', {
        undo: () => void set('open', after.version),
      });
    else announce('The campaign is open again.');
    router.refresh();
  };
  const isOpen = campaign.state === 'open';
  return (
    <Button
      busy={isBusy}
      disabled={!isReady}
      onClick={() => void set(isOpen ? 'closed' : 'open', campaign.version)}
    >
      {isOpen ? 'Close the campaign' : 'Open it again'}
    </Button>
  );
}

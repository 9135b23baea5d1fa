'use client';
import { useRouter } from 'next/navigation';
import { useAnswer } from '@/app/_forms/use-answer';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import type { Page } from '@/lib/domain/page';
import type { Verification } from '@/lib/domain/verification';
import { AwaitingDecision } from '../../../_verify/awaiting-decision';

/** The decision that waits, on its page: which is read again once it is settled. */
export function SettleAwaiting({ annotation, slug }: { annotation: Annotation; slug: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const verifications = useAnswer<Page<Verification>>(
    `/api/v1/annotations/${annotation.id}/verifications`,
    annotation.awaiting?.verificationId,
  );
  return (
    <AwaitingDecision
      annotation={annotation}
      verifications={verifications}
      workspaceSlug={slug}
      onSettled={(_, outcome) => {
        announce(outcome === 'approve' ? 'Decision approved.' : 'Decision declined.');
        router.refresh();
      }}
    />
  );
}

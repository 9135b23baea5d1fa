'use client';
import { useRouter } from 'next/navigation';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import { AwaitingDecision } from '../../../_verify/awaiting-decision';

/** The decision that waits, on its page: which is read again once it is settled. */
export function SettleAwaiting({ annotation, slug }: { annotation: Annotation; slug: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  return (
    <AwaitingDecision
      annotation={annotation}
      workspaceSlug={slug}
      onSettled={(_, outcome) => {
        announce(outcome === 'approve' ? 'Decision approved.' : 'Decision declined.');
        router.refresh();
      }}
    />
  );
}

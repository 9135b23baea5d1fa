'use client';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import styles from './campaigns.module.css';

/** Says that one gave an article back, and takes that back. */
export function GaveBack({ assignmentId, releasedAt }: { assignmentId: string; releasedAt: string }) {
  const router = useRouter();
  const here = usePathname() as Route;
  const announce = useAnnounce();
  const isReady = useIsReady();
  const [isBusy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    const restored = await postJson(`/api/v1/assignments/${assignmentId}/restore`, { releasedAt });
    announce(restored.ok ? 'You have the article again.' : restored.error.message);
    if (restored.ok) {
      // What was pressed is about to go.
      document.getElementById('main')?.focus({ preventScroll: true });
      router.replace(here);
    } else setBusy(false);
    router.refresh();
  };
  return (
    <div className={styles.news}>
      <Notice
        action={
          <Button size="small" busy={isBusy} disabled={!isReady} onClick={() => void undo()}>
            Undo
          </Button>
        }
      >
        You gave the article back: somebody else can have it. What you have marked in it stays yours.
      </Notice>
    </div>
  );
}

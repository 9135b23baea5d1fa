'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';
import type { Proposed } from '@/lib/domain/proposition';
import styles from './propositions.module.css';

/** Has everything compared that has not been compared yet, a part at a time, and says how far it is. */
export function LookButton({ slug, primary = false }: { slug: string; primary?: boolean }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);

  const look = async () => {
    setProgress({ done: 0, all: 0 });
    const found = { links: 0, settling: 0 };
    for (let done = 0; ;) {
      const answer = await postJson<Proposed>(`/api/v1/workspaces/${slug}/propositions/propose`, {
        limit: 20,
      });
      if (!answer.ok) {
        announce(answer.error.message);
        break;
      }
      const part = answer.value.value;
      done += part.compared;
      found.links += part.links;
      found.settling += part.settling;
      setProgress({ done, all: done + part.left });
      if (part.left === 0 || part.compared === 0) {
        announce(inWords(found));
        break;
      }
    }
    setProgress(null);
    router.refresh();
  };

  return (
    <span className={styles.tools}>
      <Button variant={primary ? 'primary' : 'quiet'} busy={progress !== null} onClick={() => void look()}>
        Look for disagreements
      </Button>
      {progress !== null && progress.all > 0 && (
        <span className="soft small figures" role="status">
          {progress.done} of {progress.all} compared
        </span>
      )}
    </span>
  );
}

function inWords({ links, settling }: { links: number; settling: number }): string {
  const parts = [
    links > 0 && `${links} new ${links === 1 ? 'proposal' : 'proposals'}`,
    settling > 0 && `${settling} ${settling === 1 ? 'passage' : 'passages'} that may settle a prediction`,
  ].filter(Boolean);
  return parts.length === 0
    ? 'Everything is compared; there is nothing new.'
    : `Found ${parts.join(' and ')}.`;
}

'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';
import type { ArticleLicence } from '@/lib/domain/licence';
import { saveLicence } from './save-licence';

/** Makes an earlier licence the present one again: a change of its own, so that nothing of the history is lost. */
export function PutBack({
  articleId,
  version,
  before,
  label,
}: {
  articleId: string;
  version: number;
  before: ArticleLicence;
  label: string;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const putBack = async () => {
    setIsBusy(true);
    const saved = await saveLicence(articleId, version, before);
    setIsBusy(false);
    announce(saved.ok ? 'Put back.' : saved.error.message);
    router.refresh();
  };
  return (
    <Button size="small" busy={isBusy} onClick={() => void putBack()}>
      Put back<span className="visually-hidden"> {label}</span>
    </Button>
  );
}

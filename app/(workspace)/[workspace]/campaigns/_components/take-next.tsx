'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import type { NextArticle } from '@/lib/domain/campaign';

/** Leads to the next article that one annotates in a campaign, or says that there is none. */
export function TakeNext({
  slug,
  campaignId,
  variant = 'primary',
  label = 'Take the next article',
}: {
  slug: string;
  campaignId: string;
  variant?: 'primary' | 'quiet';
  label?: string;
}) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const isReady = useIsReady();
  const take = async () => {
    setBusy(true);
    setWords(null);
    const answer = await postJson<NextArticle>(`/api/v1/campaigns/${campaignId}/next`, {});
    if (answer.ok && answer.value.value.assignment)
      return router.push(`/${slug}/articles/${answer.value.value.assignment.article.id}` as Route);
    setBusy(false);
    setWords(answer.ok ? 'Nothing is left for you in this campaign.' : answer.error.message);
  };
  return (
    <span className="row">
      <Button variant={variant} size="small" busy={isBusy} disabled={!isReady} onClick={() => void take()}>
        {label}
      </Button>
      <span role="status">{words}</span>
    </span>
  );
}

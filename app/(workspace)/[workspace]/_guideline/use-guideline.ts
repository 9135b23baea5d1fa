'use client';
import { useEffect, useState } from 'react';
import type { Guideline } from '@/lib/domain/guideline';

/** What was answered last, by address: shown at once, and asked for again. */
const known = new Map<string, Guideline>();

const FAILURE =
  'The guideline could not be read just now. Nothing was lost: check your connection, or sign in again, then try once more.';

/** Nobody asked for it, so it never asks anybody to sign in: that question waits until something is to be saved. */
const read = (address: string, signal: AbortSignal): Promise<Guideline | null> =>
  fetch(address, { signal })
    .then((response) => (response.ok ? (response.json() as Promise<Guideline>) : null))
    .catch(() => null);

/**
 * The guideline that what is annotated in an article stands under. Null until it is here; `failure` says why it is not
 * where nothing was known before.
 */
export function useGuideline({ workspaceSlug, articleId }: { workspaceSlug: string; articleId: string }) {
  const address = `/api/v1/workspaces/${workspaceSlug}/guideline?article=${articleId}`;
  const [guideline, setGuideline] = useState<Guideline | null>(() => known.get(address) ?? null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const aborter = new AbortController();
    void read(address, aborter.signal).then((answer) => {
      if (aborter.signal.aborted) return;
      if (!answer) return setFailure(FAILURE);
      known.set(address, answer);
      setGuideline(answer);
    });
    return () => aborter.abort();
  }, [address]);
  return { guideline, failure: guideline ? null : failure };
}

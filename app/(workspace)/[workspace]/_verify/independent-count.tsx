'use client';
import { useEffect, useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { stanceAskedFor } from '@/lib/domain/independent-sources';
import type { Status } from '@/lib/domain/vocabulary';
import { type EvidenceDraft, evidenceFromDraft } from './verify-draft';

/** Typing rests this long before the server is asked, in milliseconds. */
const REST = 400;

/** How many of the independent sources that the workspace asks for stand there, counted as the server counts them. */
export function IndependentCount({
  annotationId,
  status,
  evidence,
  needed,
}: {
  annotationId: string;
  status: Status;
  evidence: readonly EvidenceDraft[];
  needed: number;
}) {
  const asked = stanceAskedFor(status);
  const body = JSON.stringify({ status, evidence: evidenceFromDraft(evidence) });
  const [found, setFound] = useState<number | null>(null);
  useEffect(() => {
    if (!asked) return;
    let isLeft = false;
    const timer = setTimeout(async () => {
      const counted = await postJson<{ found: number }>(
        `/api/v1/annotations/${annotationId}/independent-sources`,
        JSON.parse(body) as unknown,
      );
      // What is half typed cannot be counted: the last figure stays.
      if (!isLeft && counted.ok) setFound(counted.value.value.found);
    }, REST);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [annotationId, asked, body]);
  if (!asked || found === null) return null;
  return (
    <p role="status" className="small">
      <b className="figures">
        {found} of {needed}
      </b>{' '}
      independent sources
      {found < needed && (
        <span className="soft">
          . Copies of one story, and pages of one website, count once; the article itself does not count.
        </span>
      )}
    </p>
  );
}

'use client';
import { useState } from 'react';
import { useAttempt } from '@/app/_forms/use-attempt';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import { useAnnounce } from '@/app/_ui/toast';
import type { CorrectionRequest } from '@/lib/domain/fact-check';
import { MOST_OF_REASON } from '@/lib/domain/fact-check-limits';
import { settle } from '../actions';
import styles from './fact-checks.module.css';

/** What readers ask for, the newest first, to be answered by correcting the page or with a note why not. */
export function RequestList({
  slug,
  timeZone,
  requests,
  mayAnswer,
}: {
  slug: string;
  timeZone: string;
  requests: readonly CorrectionRequest[];
  mayAnswer: boolean;
}) {
  return (
    <ul className={styles.requests} aria-label="What readers ask for">
      {requests.map((request) => (
        <li key={request.id}>
          <p className="soft small">
            A reader, <RelativeTime instant={request.createdAt} timeZone={timeZone} />, of version{' '}
            {request.factCheckVersion}
            {request.email && (
              <>
                {' '}
                · <a href={`mailto:${encodeURIComponent(request.email)}`}>{request.email}</a>
              </>
            )}
          </p>
          <p dir="auto" className={styles.words}>
            {request.body}
          </p>
          {request.state === 'settled' && (
            <p className="soft small">
              Settled by {request.settledBy?.name ?? 'somebody who has left'}
              {request.note && `: ${request.note}`}
            </p>
          )}
          {mayAnswer && <Answer slug={slug} request={request} />}
        </li>
      ))}
    </ul>
  );
}

function Answer({ slug, request: { id, version, state } }: { slug: string; request: CorrectionRequest }) {
  const announce = useAnnounce();
  const isReady = useIsReady();
  const [note, setNote] = useState('');
  const isOpen = state === 'open';
  const { attempt, error, isBusy } = useAttempt(async () => {
    const outcome = await settle(slug, id, version, {
      state: isOpen ? 'settled' : 'open',
      note: note || null,
    });
    if (!outcome.ok) return outcome.error.message;
    announce(isOpen ? 'Settled. You can open it again.' : 'Open again.');
    setNote('');
    return null;
  });
  return (
    <form
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) attempt();
      }}
    >
      {error && <Notice tone="error">{error}</Notice>}
      {isOpen && (
        <TextField
          label="Note"
          optional
          hint="For the workspace: what became of it."
          value={note}
          maxLength={MOST_OF_REASON}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <Button type="submit" size="small" busy={isBusy} disabled={!isReady}>
        {isOpen ? 'Settle' : 'Open again'}
      </Button>
    </form>
  );
}

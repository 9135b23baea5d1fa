'use client';
import { useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { momentInWords } from '@/app/_ui/dates';
import { TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Annotation } from '@/lib/domain/annotation';
import { isDecided } from '@/lib/domain/vocabulary';
import { usePerson } from '../../_session/person';
import { ConditionPart } from './condition-part';
import styles from './predictions.module.css';

/** What a prediction is judged by: its criteria with their lock, and its condition with what was found of it. */
export function FollowUp({
  annotation,
  slug,
  today,
  canVerify,
  onChanged,
}: {
  annotation: Annotation;
  slug: string;
  today: string;
  canVerify: boolean;
  onChanged: (annotation: Annotation, words: string) => void;
}) {
  return (
    <div className={styles.follow}>
      <CriteriaPart annotation={annotation} canVerify={canVerify} onChanged={onChanged} />
      <ConditionPart
        annotation={annotation}
        slug={slug}
        today={today}
        canVerify={canVerify}
        onChanged={onChanged}
      />
    </div>
  );
}

function CriteriaPart({
  annotation,
  canVerify,
  onChanged,
}: {
  annotation: Annotation;
  canVerify: boolean;
  onChanged: (annotation: Annotation, words: string) => void;
}) {
  const { id: userId } = usePerson();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [reason, setReason] = useState('');
  const [isUnlocking, setIsUnlocking] = useState(false);
  const { id, prediction, tracking, status } = annotation;
  const lock = tracking?.criteriaLock ?? null;
  const send = async (verb: 'lock' | 'unlock', body: object, words: string) => {
    setIsBusy(true);
    const answer = await postJson<Annotation>(
      `/api/v1/annotations/${id}/criteria/${verb}`,
      body,
      asUser(userId),
    );
    setIsBusy(false);
    setError(answer.ok ? null : answer.error.message);
    if (!answer.ok) return;
    setIsUnlocking(false);
    setReason('');
    onChanged(answer.value.value, words);
  };
  return (
    <section className={styles.part} aria-label="Criteria">
      <h3>Counts as come true when</h3>
      {prediction?.criteria ? (
        <blockquote className={styles.criteria}>{prediction.criteria}</blockquote>
      ) : (
        <p className="soft">
          Nothing is written yet. Write it into the note before anybody knows the outcome: what is written
          later counts as post hoc.
        </p>
      )}
      {tracking?.criteriaWrittenAt && (
        <p className="soft small">Written {momentInWords(tracking.criteriaWrittenAt, 'UTC')} UTC.</p>
      )}
      {lock && (
        <p className="soft small">
          Locked by {lock.by?.name ?? 'somebody who has left'}, {momentInWords(lock.lockedAt, 'UTC')} UTC,
          with the deadline, the direction and the number.
        </p>
      )}
      {!lock && isDecided(status) && prediction?.criteria && (
        <p className="soft small">Fixed while an outcome is recorded.</p>
      )}
      {tracking?.criteriaUnlockedBecause && (
        <p className="soft small">Last unlocked because: {tracking.criteriaUnlockedBecause}</p>
      )}
      {error && (
        <Notice tone="error" title="Nothing was changed">
          {error}
        </Notice>
      )}
      {canVerify && !lock && prediction?.criteria && (
        <Button size="small" busy={isBusy} onClick={() => void send('lock', {}, 'Criteria locked.')}>
          Lock the criteria
        </Button>
      )}
      {canVerify && lock && !isUnlocking && (
        <Button size="small" onClick={() => setIsUnlocking(true)}>
          Unlock…
        </Button>
      )}
      {canVerify && lock && isUnlocking && (
        <form
          className={styles.form}
          aria-label="Unlock the criteria"
          onSubmit={(event) => {
            event.preventDefault();
            void send('unlock', { reason }, 'Criteria unlocked.');
          }}
        >
          <TextField
            label="Why they have to change"
            hint="It stays in the history."
            value={reason}
            required
            autoFocus
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="row">
            <Button onClick={() => setIsUnlocking(false)}>Cancel</Button>
            <Button type="submit" busy={isBusy}>
              Unlock
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

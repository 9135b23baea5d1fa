'use client';
import { useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Annotation } from '@/lib/domain/annotation';
import type { Verification } from '@/lib/domain/verification';
import { usePerson } from '../_session/person';
import styles from './awaiting-decision.module.css';

/** The second pair of eyes says yes, or no and why. Whoever decided is told that it is for somebody else to say. */
export function ApprovalButtons({
  verificationId,
  verifierId,
  onSettled,
}: {
  verificationId: string;
  verifierId: string;
  onSettled: (annotation: Annotation, outcome: 'approve' | 'decline') => void;
}) {
  const person = usePerson();
  const [isDeclining, setIsDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState<'approve' | 'decline' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (verifierId === person.id)
    return <p className="soft small">You recorded it. It counts once another editor has approved it.</p>;

  const settle = async (verb: 'approve' | 'decline') => {
    setBusy(verb);
    setProblem(null);
    const answer = await postJson<Verification & { annotation: Annotation }>(
      `/api/v1/verifications/${verificationId}/${verb}`,
      { reason: verb === 'decline' ? reason.trim() : '' },
      asUser(person.id),
    );
    setBusy(null);
    if (answer.ok) onSettled(answer.value.value.annotation, verb);
    else setProblem(answer.error.message);
  };
  const decline = () => {
    if (!reason.trim()) return setProblem('Say why: whoever decided has to know what to do.');
    void settle('decline');
  };
  return (
    <div className={styles.answer}>
      {isDeclining && (
        <TextArea
          label="Why not"
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {problem && <Notice tone="error">{problem}</Notice>}
      <div className="row">
        {isDeclining ? (
          <>
            <Button size="small" busy={busy === 'decline'} onClick={decline}>
              Decline it
            </Button>
            <Button size="small" variant="link" onClick={() => setIsDeclining(false)}>
              Back
            </Button>
          </>
        ) : (
          <>
            <Button
              size="small"
              variant="primary"
              busy={busy === 'approve'}
              onClick={() => void settle('approve')}
            >
              Approve
            </Button>
            <Button size="small" onClick={() => setIsDeclining(true)}>
              Decline…
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

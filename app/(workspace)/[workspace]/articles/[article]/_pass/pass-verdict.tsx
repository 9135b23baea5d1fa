'use client';
import { type ComponentProps, type FormEvent, useEffect, useRef, useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { StartedBefore } from '@/app/_forms/started-before';
import { Button } from '@/app/_ui/button';
import { TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Annotation } from '@/lib/domain/annotation';
import type { Verification } from '@/lib/domain/verification';
import { isDecided } from '@/lib/domain/vocabulary';
import { usePerson } from '../../../_session/person';
import { StatusChoice } from '../../../_verify/status-choice';
import { useVerifyDraft } from '../../../_verify/use-verify-draft';
import { verdictAttempt } from '../../../_verify/verdict-attempt';
import {
  findProblem,
  placedRefusal,
  type PlacedRefusal,
  requestFromDraft,
} from '../../../_verify/verify-draft';
import type { VerifyForm } from '../../../_verify/verify-form';
import styles from '../../../_verify/verify-form.module.css';
import { PassEvidence } from './pass-evidence';

/** One's own verdict in a blind pass: what, and why. Evidence is welcome; no copy of a page is kept. */
export function PassVerdict({
  annotation,
  workspaceSlug,
  today,
  isSaved,
  onRecorded,
  onCancel,
}: ComponentProps<typeof VerifyForm>) {
  const person = usePerson();
  const { draft, change, startAfresh, isStartedBefore, forget } = useVerifyDraft(annotation.id, today);
  const [problem, setProblem] = useState<PlacedRefusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!problem) return;
    const field = problem.place === 'status' ? 'input[type="radio"]' : '[aria-invalid="true"]';
    form.current?.querySelector<HTMLElement>(field)?.focus();
  }, [problem]);

  const record = async () => {
    const missing = findProblem(annotation, draft, today);
    setProblem(missing);
    if (missing) return;
    setIsBusy(true);
    if (isSaved && !(await isSaved())) {
      setIsBusy(false);
      return setProblem({ place: 'form', message: NOT_SAVED_YET });
    }
    const request = requestFromDraft(annotation, draft);
    const attempt = verdictAttempt(draft.attempt, request);
    change({ attempt });
    const answer = await postJson<Verification & { annotation: Annotation }>(
      `/api/v1/annotations/${annotation.id}/verifications`,
      { id: attempt.id, ...request },
      asUser(person.id),
    );
    setIsBusy(false);
    if (!answer.ok) return setProblem(placedRefusal(draft, answer.error, annotation.articleId));
    forget();
    onRecorded(answer.value.value.annotation);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isBusy) void record();
  };
  const messageAt = (place: PlacedRefusal['place']) => (problem?.place === place ? problem.message : null);
  const isDecision = draft.status !== null && isDecided(draft.status);
  const isOptional = !isDecision && !isDecided(annotation.status);
  const unplaced = problem && !['status', 'rationale'].includes(problem.place) ? problem : null;
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label="Your verdict">
      {isStartedBefore && <StartedBefore onDiscard={startAfresh} />}
      <StatusChoice
        kind={annotation.kind}
        current={annotation.status}
        value={draft.status}
        error={messageAt('status')}
        onChange={(status) => change({ status })}
      />
      {draft.status !== null && (
        <TextArea
          label="Why"
          optional={isOptional}
          hint="Your own reason: it stays in your pass, and is read when the pass is revealed."
          name="rationale"
          value={draft.rationale}
          error={messageAt('rationale')}
          onChange={(event) => change({ rationale: event.target.value })}
        />
      )}
      {isDecision && (
        <PassEvidence
          annotation={annotation}
          workspaceSlug={workspaceSlug}
          evidence={draft.evidence}
          onChange={(evidence) => change({ evidence })}
        />
      )}
      {unplaced && (
        <Notice tone="error" title="It was not recorded">
          {unplaced.message}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          Record my verdict
        </Button>
      </div>
    </form>
  );
}

const NOT_SAVED_YET =
  'A change of this note is not saved yet. What you typed is kept: record it once the change is saved.';

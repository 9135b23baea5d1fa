'use client';
import { type ComponentProps, useEffect, useRef } from 'react';
import { StartedBefore } from '@/app/_forms/started-before';
import { Button } from '@/app/_ui/button';
import { TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { isDecided } from '@/lib/domain/vocabulary';
import { StatusChoice } from '../../../_verify/status-choice';
import { useVerdictForm } from '../../../_verify/use-verdict-form';
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
  const { draft, change, startAfresh, isStartedBefore, problem, isBusy, submit, messageAt } = useVerdictForm({
    annotation,
    today,
    isSaved,
    onRecorded,
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!problem) return;
    const field = problem.place === 'status' ? 'input[type="radio"]' : '[aria-invalid="true"]';
    form.current?.querySelector<HTMLElement>(field)?.focus();
  }, [problem]);

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

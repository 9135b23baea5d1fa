'use client';
import { useEffect, useRef, useState } from 'react';
import { StartedBefore } from '@/app/_forms/started-before';
import { useAnswer } from '@/app/_forms/use-answer';
import { Button } from '@/app/_ui/button';
import { Checkbox, TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import { tellsOfError } from '@/lib/domain/error-hop';
import type { Page } from '@/lib/domain/page';
import type { Verification } from '@/lib/domain/verification';
import { isDecided } from '@/lib/domain/vocabulary';
import { AwaitingDecision } from './awaiting-decision';
import { EarlierVerdict } from './earlier-verdict';
import { ErrorPlace } from './error-place';
import { EvidenceFields } from './evidence-fields';
import { IndependentCount } from './independent-count';
import { ReplyLog } from './reply-log';
import { ResolutionFields } from './resolution-fields';
import { SearchFields } from './search-fields';
import { StatusChoice } from './status-choice';
import { useCheckingRules } from './use-checking-rules';
import { useVerdictForm } from './use-verdict-form';
import { isResolution, type PlacedRefusal } from './verify-draft';
import styles from './verify-form.module.css';

/**
 * Records one decision on an annotation: a status, why, and on which evidence. `today` is the day in the workspace's
 * time zone. What is typed is kept on this computer until it is recorded; a retry of the same words is recorded once.
 */
export function VerifyForm({
  annotation,
  workspaceSlug,
  today,
  isSaved,
  onRecorded,
  onCancel,
}: {
  annotation: Annotation;
  workspaceSlug: string;
  today: string;
  /** Tells, perhaps a little later, whether the server has all that was done here to the annotation. */
  isSaved?: () => Promise<boolean>;
  /** `outcome` is set where it was somebody else’s decision that was approved or declined. */
  onRecorded: (annotation: Annotation, outcome?: 'approve' | 'decline') => void;
  onCancel: () => void;
}) {
  const { draft, change, startAfresh, isStartedBefore, problem, isBusy, submit, messageAt } = useVerdictForm({
    annotation,
    today,
    isSaved,
    onRecorded,
  });
  const { id, recheck, awaiting } = annotation;
  const verifications = useAnswer<Page<Verification>>(
    recheck || awaiting ? `/api/v1/annotations/${id}/verifications` : null,
    awaiting?.verificationId,
  );
  const rules = useCheckingRules(workspaceSlug);
  const [hasReplies, setHasReplies] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (problem) focusPlace(form.current, problem);
  }, [problem]);

  // What was decided before stands above the form: were it to come later, it would move what is being pressed.
  if (!verifications.isSettled) return <Spinner label="Loading the form" />;
  const earlier = recheck && verifications.answer?.items.findLast(({ status }) => isDecided(status));
  const isDecision = draft.status !== null && isDecided(draft.status);
  const wasDecided = isDecided(annotation.status) || annotation.awaiting !== undefined;
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label="Verification">
      {isStartedBefore && <StartedBefore onDiscard={startAfresh} />}
      <AwaitingDecision {...{ annotation, verifications, workspaceSlug }} onSettled={onRecorded} />
      {earlier && <EarlierVerdict earlier={earlier} today={today} onTake={change} />}
      <StatusChoice
        kind={annotation.kind}
        current={annotation.status}
        value={draft.status}
        error={messageAt('status')}
        onChange={(status) => change({ status })}
      />
      {draft.status !== null && (
        <TextArea
          label={wasDecided && !isDecision ? 'Why it is opened again' : 'Why'}
          optional={!isDecision && !wasDecided}
          hint={isDecision ? 'One or two sentences that somebody else can check.' : undefined}
          name="rationale"
          value={draft.rationale}
          error={messageAt('rationale')}
          onChange={(event) => change({ rationale: event.target.value })}
        />
      )}
      {isDecision && (
        <>
          <EvidenceFields
            workspaceSlug={workspaceSlug}
            annotation={annotation}
            evidence={draft.evidence}
            messageAt={messageAt}
            onChange={(evidence) => change({ evidence })}
          />
          {rules && rules.independentSources > 1 && (
            <IndependentCount
              annotationId={annotation.id}
              status={draft.status!}
              evidence={draft.evidence}
              needed={rules.independentSources}
            />
          )}
          <SearchFields searches={draft.searches} onChange={(searches) => change({ searches })} />
        </>
      )}
      {draft.status !== null && tellsOfError(draft.status) && (
        <ErrorPlace
          attribution={annotation.attribution}
          value={draft.errorHop ?? null}
          onChange={(errorHop) => change({ errorHop })}
        />
      )}
      {isResolution(annotation, draft) && (
        <ResolutionFields
          annotation={annotation}
          today={today}
          draft={draft}
          messageAt={messageAt}
          onChange={change}
        />
      )}
      {isDecision && isDecided(annotation.status) && (
        <CorrectionFields
          value={draft.correction ?? null}
          error={messageAt('correction')}
          onChange={(correction) => change({ correction })}
        />
      )}
      <details onToggle={(event) => setHasReplies(event.currentTarget.open)} className={styles.replies}>
        <summary>Right of reply</summary>
        {hasReplies && <ReplyLog annotationId={annotation.id} today={today} mayLog />}
      </details>
      {messageAt('form') && (
        <Notice tone="error" title="It was not recorded">
          {messageAt('form')}
        </Notice>
      )}
      {isDecision && rules?.needsApproval && (
        <p className="soft small">It counts once another editor has approved it.</p>
      )}
      <div className={styles.actions}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          {annotation.kind === 'prediction' && isDecision ? 'Record outcome' : 'Record status'}
        </Button>
      </div>
    </form>
  );
}

/** That the decision corrects the one in force, and what was wrong with it. */
function CorrectionFields({
  value,
  error,
  onChange,
}: {
  value: string | null;
  error: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <div className={styles.correction}>
      <Checkbox
        label="This corrects an error of ours"
        hint="It is shown as a correction, with its date and reason. Leave it open where the facts have changed since."
        checked={value !== null}
        onChange={(event) => onChange(event.target.checked ? '' : null)}
      />
      {value !== null && (
        <TextArea
          label="What was wrong"
          name="correction"
          value={value}
          error={error}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

/** Moves to what has to be mended. */
function focusPlace(form: HTMLFormElement | null, { place }: PlacedRefusal): void {
  const [name, at] = place.split('.');
  const within = at === undefined ? form : form?.querySelector(`[data-evidence="${at}"]`);
  const target =
    name === 'evidence' && at === undefined
      ? form?.querySelector<HTMLElement>('[data-add-evidence]')
      : (within?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
        within?.querySelector<HTMLElement>('input[type="radio"]'));
  target?.focus();
}

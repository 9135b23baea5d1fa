'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { StartedBefore } from '@/app/_forms/started-before';
import { Button } from '@/app/_ui/button';
import { Checkbox, TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Annotation } from '@/lib/domain/annotation';
import { tellsOfError } from '@/lib/domain/error-hop';
import type { Verification } from '@/lib/domain/verification';
import { isDecided } from '@/lib/domain/vocabulary';
import { usePerson } from '../_session/person';
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
import { useVerifyDraft } from './use-verify-draft';
import { verdictAttempt } from './verdict-attempt';
import {
  findProblem,
  isResolution,
  placedRefusal,
  type PlacedRefusal,
  requestFromDraft,
} from './verify-draft';
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
  const person = usePerson();
  const { draft, change, startAfresh, isStartedBefore, forget } = useVerifyDraft(annotation.id, today);
  const rules = useCheckingRules(workspaceSlug);
  const [hasReplies, setHasReplies] = useState(false);
  const [problem, setProblem] = useState<PlacedRefusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (problem) focusPlace(form.current, problem);
  }, [problem]);

  const record = async () => {
    const missing = findProblem(annotation, draft, today);
    setProblem(missing);
    if (missing) return;
    setIsBusy(true);
    if (isSaved && !(await isSaved())) {
      setIsBusy(false);
      return setProblem(notSavedYet);
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
    // The form may stand in a React tree below another form.
    event.stopPropagation();
    if (!isBusy) void record();
  };

  const messageAt = (place: PlacedRefusal['place']) => (problem?.place === place ? problem.message : null);
  const isDecision = draft.status !== null && isDecided(draft.status);
  const wasDecided = isDecided(annotation.status) || annotation.awaiting !== undefined;
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label="Verification">
      {isStartedBefore && <StartedBefore onDiscard={startAfresh} />}
      <AwaitingDecision annotation={annotation} workspaceSlug={workspaceSlug} onSettled={onRecorded} />
      {annotation.recheck && <EarlierVerdict annotation={annotation} today={today} onTake={change} />}
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

/** A verdict on words that the server does not have would be one on others. */
const notSavedYet: PlacedRefusal = {
  place: 'form',
  message:
    'A change of this note is not saved yet. What you typed is kept: record it once the change is saved.',
};

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

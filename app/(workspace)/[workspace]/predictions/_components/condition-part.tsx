'use client';
import { type FormEvent, useEffect, useState } from 'react';
import { asUser, getJson, postJson } from '@/app/_forms/ask-api';
import { wordOfConditionState } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { dayInWords } from '@/app/_ui/dates';
import { TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { ConditionDecision } from '@/lib/domain/condition-decision';
import type { Page } from '@/lib/domain/page';
import { CONDITION_STATES, type ConditionState } from '@/lib/domain/vocabulary';
import { usePerson } from '../../_session/person';
import { EvidenceFields } from '../../_verify/evidence-fields';
import { SearchFields } from '../../_verify/search-fields';
import { useVerifyDraft } from '../../_verify/use-verify-draft';
import { sentAttempt } from '@/app/_forms/sent-attempt';
import { findProblem, placedRefusal, type PlacedRefusal, requestFromDraft } from '../../_verify/verify-draft';
import styles from './predictions.module.css';

const MEANINGS: Record<ConditionState, string> = {
  open: 'Nobody can say yet; takes an earlier decision back.',
  met: 'What it depends on has come about.',
  not_met: 'It has not, and no longer can: the prediction becomes void by rule.',
};

/** The condition as a statement of its own: what was found of it, on which evidence, and the form to say so. */
export function ConditionPart({
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
  const [isDeciding, setIsDeciding] = useState(false);
  const condition = annotation.prediction?.condition ?? null;
  const decisions = useDecisions(annotation);
  if (condition === null) return null;
  return (
    <section className={styles.part} aria-label="Condition">
      <h3>Condition</h3>
      <blockquote className={styles.criteria}>{condition}</blockquote>
      <p>
        <strong>{wordOfConditionState(annotation.tracking?.condition ?? 'open')}</strong>
      </p>
      {decisions === null ? (
        <Spinner label="Loading the decisions" />
      ) : (
        decisions.length > 0 && <Decisions decisions={decisions} />
      )}
      {canVerify && !isDeciding && (
        <Button size="small" onClick={() => setIsDeciding(true)}>
          Decide on the condition
        </Button>
      )}
      {canVerify && isDeciding && (
        <ConditionForm
          annotation={annotation}
          slug={slug}
          today={today}
          onCancel={() => setIsDeciding(false)}
          onDecided={(after) => {
            setIsDeciding(false);
            onChanged(
              after,
              `Recorded: the condition is ${wordOfConditionState(after.tracking?.condition ?? 'open').toLowerCase()}.`,
            );
          }}
        />
      )}
    </section>
  );
}

function useDecisions({ id, version }: Annotation): ConditionDecision[] | null {
  const [decisions, setDecisions] = useState<ConditionDecision[] | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    void getJson<Page<ConditionDecision>>(`/api/v1/annotations/${id}/condition-decisions`, asked.signal).then(
      (answer) => {
        if (!asked.signal.aborted) setDecisions(answer.ok ? answer.value.value.items : []);
      },
    );
    return () => asked.abort();
  }, [id, version]);
  return decisions;
}

function Decisions({ decisions }: { decisions: readonly ConditionDecision[] }) {
  return (
    <ol className={styles.decisions} aria-label="Decisions on the condition">
      {decisions.toReversed().map((decision) => (
        <li key={decision.id} className={styles.decision}>
          <p className="soft small">
            {wordOfConditionState(decision.state)}, {decision.decidedBy.name},{' '}
            <RelativeTime instant={decision.createdAt} />
            {decision.knownAt && <>, known since {dayInWords(decision.knownAt)}</>}
          </p>
          <p>{decision.rationale}</p>
          {decision.evidence.map((item, i) => (
            <p key={i} className="soft small">
              {item.articleTitle ?? item.url}
              {item.excerpt && <>: “{item.excerpt}”</>}
            </p>
          ))}
          {decision.searches.length > 0 && (
            <p className="soft small">Searched in vain: {decision.searches.join('; ')}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

function ConditionForm({
  annotation,
  slug,
  today,
  onCancel,
  onDecided,
}: {
  annotation: Annotation;
  slug: string;
  today: string;
  onCancel: () => void;
  onDecided: (annotation: Annotation) => void;
}) {
  const { id: userId } = usePerson();
  const { draft, change, forget } = useVerifyDraft(`${annotation.id} condition`, today);
  const [state, setState] = useState<ConditionState>('not_met');
  const [problem, setProblem] = useState<PlacedRefusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const messageAt = (place: PlacedRefusal['place']) => (problem?.place === place ? problem.message : null);
  // Whatever is decided on a condition needs what the verdict needs that the rule makes of it.
  const asVerdict = { ...draft, status: 'condition_not_met' as const };
  const record = async () => {
    const missing = findProblem(annotation, asVerdict, today);
    setProblem(state === 'open' && draft.rationale.trim() ? null : missing);
    if (missing && !(state === 'open' && draft.rationale.trim())) return;
    const { rationale, evidence, searches } = requestFromDraft(annotation, asVerdict);
    const request = { state, rationale, evidence, searches, knownAt: draft.outcomeKnownAt || null };
    const attempt = sentAttempt(draft.attempt, request);
    change({ attempt });
    setIsBusy(true);
    const answer = await postJson<ConditionDecision & { annotation: Annotation }>(
      `/api/v1/annotations/${annotation.id}/condition-decisions`,
      { id: attempt.id, ...request },
      asUser(userId),
    );
    setIsBusy(false);
    if (!answer.ok) return setProblem(placedRefusal(draft, answer.error, annotation.articleId));
    forget();
    onDecided(answer.value.value.annotation);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isBusy) void record();
  };
  return (
    <form className={styles.form} aria-label="Decide on the condition" noValidate onSubmit={submit}>
      <fieldset className={styles.form}>
        <legend>Has it come about?</legend>
        {CONDITION_STATES.map((value) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name="condition-state"
              value={value}
              checked={state === value}
              onChange={() => setState(value)}
            />
            <span>
              {wordOfConditionState(value)}
              <span className={styles.basis}>{MEANINGS[value]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label="Why"
        hint="One or two sentences that somebody else can check."
        value={draft.rationale}
        error={messageAt('rationale')}
        onChange={(event) => change({ rationale: event.target.value })}
      />
      {state !== 'open' && (
        <>
          <EvidenceFields
            workspaceSlug={slug}
            annotation={annotation}
            evidence={draft.evidence}
            messageAt={messageAt}
            onChange={(evidence) => change({ evidence })}
          />
          <SearchFields searches={draft.searches} onChange={(searches) => change({ searches })} />
          <TextField
            label="Known since"
            type="date"
            max={today}
            value={draft.outcomeKnownAt}
            error={messageAt('outcome')}
            onChange={(event) => change({ outcomeKnownAt: event.target.value })}
          />
        </>
      )}
      {messageAt('form') && (
        <Notice tone="error" title="It was not recorded">
          {messageAt('form')}
        </Notice>
      )}
      <div className="row">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          Record the condition
        </Button>
      </div>
    </form>
  );
}

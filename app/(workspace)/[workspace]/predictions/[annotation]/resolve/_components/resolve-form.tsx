'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useMemo, useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { StartedBefore } from '@/app/_forms/started-before';
import { Button } from '@/app/_ui/button';
import { TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { NO_DISCUSSION } from '@/lib/domain/no-discussion';
import type { BlindPrediction, ResolutionView } from '@/lib/domain/resolution';
import { isDecided } from '@/lib/domain/vocabulary';
import { usePerson } from '../../../../_session/person';
import { EvidenceFields } from '../../../../_verify/evidence-fields';
import { ResolutionFields } from '../../../../_verify/resolution-fields';
import { SearchFields } from '../../../../_verify/search-fields';
import { StatusChoice } from '../../../../_verify/status-choice';
import { useVerifyDraft } from '../../../../_verify/use-verify-draft';
import { sentAttempt } from '@/app/_forms/sent-attempt';
import {
  findProblem,
  placedRefusal,
  type PlacedRefusal,
  requestFromDraft,
} from '../../../../_verify/verify-draft';
import styles from './resolve.module.css';

/** One resolver's form. What is typed is kept on this computer until it is submitted. */
export function ResolveForm({ prediction, slug }: { prediction: BlindPrediction; slug: string }) {
  const { id: userId } = usePerson();
  const router = useRouter();
  const announce = useAnnounce();
  const { today } = prediction;
  const annotation = useMemo(() => annotationFromBlind(prediction), [prediction]);
  const { draft, change, startAfresh, isStartedBefore, forget } = useVerifyDraft(
    `${prediction.id} resolution`,
    today,
  );
  const [problem, setProblem] = useState<PlacedRefusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const messageAt = (place: PlacedRefusal['place']) => (problem?.place === place ? problem.message : null);

  const send = async () => {
    const missing =
      draft.status !== null && !isDecided(draft.status)
        ? ({
            place: 'status',
            message: 'Choose an outcome: that it is pending needs no second resolver.',
          } as const)
        : findProblem(annotation, draft, today);
    setProblem(missing);
    if (missing) return;
    const request = requestFromDraft(annotation, draft);
    const attempt = sentAttempt(draft.attempt, request);
    change({ attempt });
    setIsBusy(true);
    const answer = await postJson<ResolutionView>(
      `/api/v1/annotations/${prediction.id}/resolutions`,
      { id: attempt.id, ...request },
      asUser(userId),
    );
    setIsBusy(false);
    if (!answer.ok) return setProblem(placedRefusal(draft, answer.error, annotation.articleId));
    forget();
    const { stage } = answer.value.value;
    announce(
      stage === 'recorded'
        ? 'Recorded: both resolvers agree.'
        : stage === 'disagreement'
          ? 'Submitted. The two resolvers differ: a third editor decides.'
          : 'Submitted. It waits for a second, independent resolver.',
    );
    if (stage === 'recorded') router.push(`/${slug}/predictions` as never);
    router.refresh();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void send();
  };
  const isDecision = draft.status !== null && isDecided(draft.status);
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Your resolution">
      {isStartedBefore && <StartedBefore onDiscard={startAfresh} />}
      <StatusChoice
        kind="prediction"
        current={annotation.status}
        value={draft.status}
        error={messageAt('status')}
        onChange={(status) => change({ status })}
      />
      {isDecision && (
        <>
          <TextArea
            label="Why"
            hint="One or two sentences that somebody else can check."
            name="rationale"
            value={draft.rationale}
            error={messageAt('rationale')}
            onChange={(event) => change({ rationale: event.target.value })}
          />
          <EvidenceFields
            workspaceSlug={slug}
            annotation={annotation}
            evidence={draft.evidence}
            messageAt={messageAt}
            onChange={(evidence) => change({ evidence })}
          />
          <SearchFields searches={draft.searches} onChange={(searches) => change({ searches })} />
          <ResolutionFields
            annotation={annotation}
            today={today}
            draft={draft}
            messageAt={messageAt}
            onChange={change}
          />
        </>
      )}
      {messageAt('form') && (
        <Notice tone="error" title="It was not submitted">
          {messageAt('form')}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" variant="primary" busy={isBusy}>
          Submit
        </Button>
      </div>
    </form>
  );
}

/** What the fields of a verification need of an annotation, without anything that names its source. */
function annotationFromBlind(prediction: BlindPrediction): Annotation {
  const { id, articleId, revisionId, status, words, deadline, criteria, condition, version } = prediction;
  return {
    id,
    articleId,
    revisionId,
    layer: 'shared',
    kind: 'prediction',
    spans: [{ start: 0, end: 1, exact: words, prefix: '', suffix: '' }],
    status,
    attribution: [],
    prediction: { ...EMPTY_DETAILS.prediction, deadline, criteria, condition },
    tags: [],
    attributes: {},
    guidelineVersion: null,
    author: { id: '', name: '' },
    version,
    seq: 0,
    anchor: 'exact',
    recheck: null,
    discussion: NO_DISCUSSION,
    createdAt: '',
    updatedAt: '',
    deletedAt: null,
  };
}

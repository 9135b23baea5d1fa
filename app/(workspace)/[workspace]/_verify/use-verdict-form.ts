'use client';
import { type FormEvent, useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import type { Annotation } from '@/lib/domain/annotation';
import type { Verification } from '@/lib/domain/verification';
import { usePerson } from '../_session/person';
import { useVerifyDraft } from './use-verify-draft';
import { sentAttempt } from '@/app/_forms/sent-attempt';
import { findProblem, placedRefusal, type PlacedRefusal, requestFromDraft } from './verify-draft';

/**
 * What every form of a verdict does with its draft: keeps it on this computer until it is recorded, says what is missing,
 * and sends it, a retry of the same words once.
 */
export function useVerdictForm({
  annotation,
  today,
  isSaved,
  onRecorded,
}: {
  annotation: Annotation;
  today: string;
  /** Tells, perhaps a little later, whether the server has all that was done here to the annotation. */
  isSaved?: (() => Promise<boolean>) | undefined;
  onRecorded: (annotation: Annotation) => void;
}) {
  const person = usePerson();
  const { forget, ...kept } = useVerifyDraft(annotation.id, today);
  const { draft, change } = kept;
  const [problem, setProblem] = useState<PlacedRefusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);

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
    const attempt = sentAttempt(draft.attempt, request);
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
  return { ...kept, problem, isBusy, submit, messageAt };
}

/** A verdict on words that the server does not have would be one on others. */
const notSavedYet: PlacedRefusal = {
  place: 'form',
  message:
    'A change of this note is not saved yet. What you typed is kept: record it once the change is saved.',
};

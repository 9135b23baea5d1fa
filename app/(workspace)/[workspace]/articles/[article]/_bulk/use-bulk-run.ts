'use client';
import { useEffect, useRef, useState } from 'react';
import type { Announce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import type { Failure, Result } from '@/lib/domain/result';
import type { Step } from '@/lib/domain/undo-stack';
import type { BulkBarProps } from './bulk-bar';
import { type Failed, runOver } from './bulk-run';
import { type BulkVerdictDraft, countedKinds, requestFromBulkDraft } from './bulk-verdict';
import { type Attempts, sendVerdict } from './send-verdict';
import { takeBack } from './take-back';

export interface BulkRun {
  /** What the last run left undone. */
  failed: readonly Failed[];
  doneCount: number;
  record: (annotations: readonly Annotation[], draft: BulkVerdictDraft) => Promise<void>;
  takeBack: (verdicts: Step) => Promise<void>;
  tryAgain: () => void;
  forget: () => void;
}

interface Job {
  annotations: readonly Annotation[];
  work: (annotation: Annotation) => Promise<Result<Annotation, Failure>>;
  /** Takes over what the server answered, and says it. */
  finish: (done: readonly Annotation[]) => void;
}

/** Sets statuses for several annotations, or takes them back; one run at a time. */
export function useBulkRun({
  picking,
  annotations,
  store,
  actions,
  personId,
  announce,
}: BulkBarProps & { announce: Announce }): BulkRun {
  const [outcome, setOutcome] = useState<{ failed: readonly Failed[]; doneCount: number; job: Job | null }>({
    failed: [],
    doneCount: 0,
    job: null,
  });
  // Kept while the bar is there: whoever tries again makes no second decision.
  const attempts = useRef<Attempts>(new Map());
  const isRunningRef = useRef(false);
  const { progress, setProgress } = picking;
  useAskedBeforeLeaving(progress !== null);

  const start = async (job: Job): Promise<void> => {
    if (isRunningRef.current) return;
    isRunningRef.current = true;
    const total = job.annotations.length;
    setProgress({ done: 0, total });
    const { done, failed } = await runOver(job.annotations, job.work, (finished) =>
      setProgress({ done: finished, total }),
    );
    isRunningRef.current = false;
    setProgress(null);
    if (done.length > 0) job.finish(done);
    setOutcome({ failed, doneCount: done.length, job });
    picking.show(null);
    if (failed.length === 0) picking.tickAll(false);
    else announce(`${done.length} of ${total} done. ${failed.length} could not be: see why in the bar.`);
  };

  const newest = (id: string): Annotation | undefined =>
    store.getSnapshot().annotations.find((annotation) => annotation.id === id);
  const run: BulkRun = {
    ...outcome,
    record: (chosen, draft) =>
      start({
        annotations: chosen,
        work: (annotation) =>
          sendVerdict(annotation, requestFromBulkDraft(draft, annotation.kind), personId, attempts.current),
        finish: (done) =>
          actions.together(
            `Status set for ${countedKinds(done)}.`,
            () => done.forEach((annotation) => store.receive(annotation)),
            'Take back',
          ),
      }),
    takeBack: (verdicts) => {
      const actOf = new Map(verdicts.acts.map((act) => [act.annotationId, act]));
      return start({
        annotations: [...annotations, ...store.getSnapshot().deleted].filter(({ id }) => actOf.has(id)),
        work: ({ id }) => takeBack(actOf.get(id)!, personId, attempts.current),
        finish: (done) => {
          store.takeBack(verdicts.key, done);
          announce(`Taken back: the status of ${countedKinds(done)}.`);
        },
      });
    },
    tryAgain: () => {
      const { job, failed } = outcome;
      if (!job) return;
      const again = failed.map(({ annotation }) => newest(annotation.id) ?? annotation);
      void start({ ...job, annotations: again });
    },
    forget: () => setOutcome({ failed: [], doneCount: 0, job: null }),
  };
  return run;
}

/** Closing the page would leave the rest of a run undone: the browser asks first. */
function useAskedBeforeLeaving(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isRunning]);
}

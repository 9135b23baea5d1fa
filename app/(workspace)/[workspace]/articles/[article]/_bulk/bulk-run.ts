import type { Annotation } from '@/lib/domain/annotation';
import type { Failure, Result } from '@/lib/domain/result';

/** So many requests are under way at once: a browser opens six connections to one server, and the feed holds one. */
const AT_ONCE = 4;

/** What came of one annotation of a run. */
export interface Failed {
  annotation: Annotation;
  /** A plain sentence. */
  message: string;
}
export interface RunOutcome {
  done: Annotation[];
  failed: Failed[];
}

/** Nothing more can be done before the person has done something: the rest is not even tried. */
const ENDS_THE_RUN: ReadonlySet<string> = new Set(['unreached', 'unauthenticated', 'forbidden']);

/**
 * Does the same to several annotations, a few at a time, and says after each how many are done. Each ends up in one of
 * the two lists: once one meets what all would meet, those not begun are failed with the same words.
 */
export async function runOver(
  annotations: readonly Annotation[],
  work: (annotation: Annotation) => Promise<Result<Annotation, Failure>>,
  onProgress: (finished: number) => void,
): Promise<RunOutcome> {
  const outcome: RunOutcome = { done: [], failed: [] };
  const waiting = [...annotations];
  let ending: string | null = null;
  let finished = 0;
  const workThrough = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const answer: Result<Annotation, Failure> =
        ending === null ? await work(next) : { ok: false, error: { code: 'ended', message: ending } };
      if (answer.ok) outcome.done.push(answer.value);
      else outcome.failed.push({ annotation: next, message: answer.error.message });
      if (!answer.ok && ENDS_THE_RUN.has(answer.error.code)) ending = answer.error.message;
      onProgress(++finished);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workThrough));
  return outcome;
}

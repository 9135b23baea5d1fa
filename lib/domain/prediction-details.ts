import type { Annotation, Prediction } from './annotation';
import { err, type Failure, ok, type Result } from './result';
import { isDecided } from './vocabulary';

/**
 * A prediction's details once a request has set some of them. A deadline that is set without saying where it comes
 * from is the editor's own; without a deadline there is neither a basis nor a first day.
 */
export function predictionAfter(held: Prediction, change: Partial<Prediction>): Prediction {
  const next = { ...held, ...definedIn(change) };
  if (next.deadline === null) return { ...next, deadlineBasis: null, deadlineEarliest: null };
  const isAnother = change.deadline !== undefined && change.deadline !== held.deadline;
  return {
    ...next,
    deadlineBasis: change.deadlineBasis ?? (isAnother ? null : held.deadlineBasis) ?? 'editor',
    deadlineEarliest: change.deadlineEarliest === undefined && isAnother ? null : next.deadlineEarliest,
  };
}

const definedIn = (change: Partial<Prediction>): Partial<Prediction> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** The fields by which a prediction is judged: what a lock holds as they are. */
const MEASURE = [
  'criteria',
  'deadline',
  'polarity',
  'threshold',
] as const satisfies readonly (keyof Prediction)[];

/** Whether two predictions would be judged differently. */
export const isOtherMeasure = (a: Prediction, b: Prediction): boolean =>
  MEASURE.some((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));

/** The first day of a horizon is not after its deadline, and there is none without one. */
export function checkDeadlineRange(
  prediction: Partial<Pick<Prediction, 'deadline' | 'deadlineEarliest'>> | undefined,
): Result<null, Failure<'invalid_input'>> {
  const { deadline, deadlineEarliest } = prediction ?? {};
  if (!deadlineEarliest || (deadline && deadlineEarliest <= deadline)) return ok(null);
  return err({
    code: 'invalid_input',
    message: 'The first day on which a prediction may come true must not lie after its deadline.',
  });
}

/**
 * What a prediction is judged by stays as it is while an editor has locked it; once an outcome is recorded its criteria
 * stay, too. `after` is undefined where it would be no prediction any more.
 */
export function checkMeasureIsFree(
  { prediction: before, tracking, status }: Pick<Annotation, 'prediction' | 'tracking' | 'status'>,
  after: Prediction | undefined,
): Result<null, Failure<'criteria_locked'>> {
  if (!before) return ok(null);
  if (tracking?.criteriaLock && (!after || isOtherMeasure(before, after)))
    return err({
      code: 'criteria_locked',
      message:
        'What this prediction is judged by is locked: its criteria, deadline, direction and number. Nothing was changed; an editor can unlock it and say why.',
    });
  if (isDecided(status) && after && before.criteria !== after.criteria)
    return err({
      code: 'criteria_locked',
      message:
        'An outcome is recorded, so its criteria stay as they were. Record first that it is pending again, then change them: they will count as written after the outcome was known.',
    });
  return ok(null);
}

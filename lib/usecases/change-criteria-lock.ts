import 'server-only';
import { updateAnnotation } from '@/lib/data/annotations';
import type { Annotation } from '@/lib/domain/annotation';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { AnnotationAccess } from './access';
import { changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/** Puts the lock on a prediction's criteria or takes it off. Where it is so already, nothing is written. */
export async function changeCriteriaLock(
  context: Context,
  access: AnnotationAccess,
  {
    type,
    reason,
    ifMatch,
  }: {
    type: 'criteria_locked' | 'criteria_unlocked';
    reason: string | null;
    ifMatch: string | null | undefined;
  },
): Promise<Result<Annotation, Failure>> {
  const base = ifMatch ? requireVersion(ifMatch) : ok(null);
  if (!base.ok) return base;
  const isLocking = type === 'criteria_locked';
  const { annotationId } = access;
  const request = {
    type,
    base: base.value,
    hash: requestHash({ type, reason, base: base.value }),
    isDone: ({ tracking }: Annotation) =>
      tracking !== undefined && (tracking.criteriaLock !== null) === isLocking,
  };
  return changeAnnotation(context, access, request, async (tx, { before, version, seq }) => {
    const problem = whatIsInTheWay(before, isLocking);
    if (problem) return err({ ...problem, current: before });
    await updateAnnotation(tx, annotationId, {
      version,
      seq,
      now: context.now,
      tracking: {
        criteriaLockedAt: isLocking ? context.now : null,
        criteriaLockedById: isLocking ? context.actor.userId : null,
        criteriaUnlockedBecause: reason,
      },
    });
    return ok(null);
  });
}

function whatIsInTheWay(before: Annotation, isLocking: boolean): Failure | null {
  if (before.deletedAt) return { code: 'deleted', message: 'This annotation was deleted. Restore it first.' };
  if (!before.prediction)
    return { code: 'invalid_input', message: `A ${before.kind} has no criteria that could be locked.` };
  if (isLocking && !before.prediction.criteria)
    return {
      code: 'criteria_missing',
      message: 'There are no criteria to lock yet. Write first what counts as come true.',
    };
  return null;
}

import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import { canVerify } from '@/lib/domain/policy';
import type { Failure, Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import { changeCriteriaLock } from './change-criteria-lock';
import type { Context } from './context';

/**
 * Locks what a prediction is judged by: its criteria, deadline, direction and number. Nobody changes them until an
 * editor unlocks them, which stays in the history with its reason.
 */
export async function lockCriteria(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined },
): Promise<Result<Annotation, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  const { ifMatch } = input;
  return changeCriteriaLock(context, access.value, { type: 'criteria_locked', reason: null, ifMatch });
}

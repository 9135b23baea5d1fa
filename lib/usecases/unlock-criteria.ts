import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import { parseInput } from '@/lib/domain/parse-input';
import { canVerify } from '@/lib/domain/policy';
import type { Failure, Result } from '@/lib/domain/result';
import { unlockCriteriaSchema } from '@/lib/domain/tracking';
import { requireAnnotation } from './access';
import { changeCriteriaLock } from './change-criteria-lock';
import type { Context } from './context';

/** Takes the lock off what a prediction is judged by; why stays in the history. */
export async function unlockCriteria(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined; body: unknown },
): Promise<Result<Annotation, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  const body = parseInput(unlockCriteriaSchema, input.body);
  if (!body.ok) return body;
  const { ifMatch } = input;
  const { reason } = body.value;
  return changeCriteriaLock(context, access.value, { type: 'criteria_unlocked', reason, ifMatch });
}

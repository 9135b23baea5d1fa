import 'server-only';
import { handCheck } from '@/lib/data/checks';
import type { Check } from '@/lib/domain/check';
import { canArrangeChecks } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import { changeCheck } from './change-check';
import type { Context } from './context';

/** Gives back what one has taken. What is another's, or nobody's, stays as it is. */
export async function releaseCheck(context: Context, input: { id: string }): Promise<Result<Check, Failure>> {
  const access = await requireAnnotation(context, input.id, canArrangeChecks);
  if (!access.ok) return access;
  return changeCheck(context, access.value, 'release', async (tx, { check, seq }) => {
    if (check.taken?.by.id !== context.actor.userId) return ok('unchanged');
    await handCheck(tx, access.value.annotationId, { to: null, seq, now: context.now });
    return ok('written');
  });
}

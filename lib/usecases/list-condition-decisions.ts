import 'server-only';
import { listConditionDecisions as selectDecisions } from '@/lib/data/condition-decisions';
import { databaseFor } from '@/lib/data/blind-reading';
import type { ConditionDecision } from '@/lib/domain/condition-decision';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';

/** What was decided on a prediction's condition, the oldest first. */
export async function listConditionDecisions(
  context: Context,
  input: { id: string },
): Promise<Result<ConditionDecision[], Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  return ok(await selectDecisions(databaseFor(access.value), access.value.annotationId));
}

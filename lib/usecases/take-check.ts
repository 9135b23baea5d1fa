import 'server-only';
import { handCheck, readCheck, touchCheck } from '@/lib/data/checks';
import { database } from '@/lib/data/database';
import { type Check, takeCheckSchema } from '@/lib/domain/check';
import { parseInput } from '@/lib/domain/parse-input';
import { canArrangeChecks } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { TAKEN_FOR, takenNow } from '@/lib/domain/taken-check';
import { requireAnnotation } from './access';
import { changeCheck } from './change-check';
import type { Context } from './context';

/**
 * Takes a check, so that no two work on it unknowingly. Of several at once one gets it; the others are told who did, and
 * may take it over knowingly by naming them. Whoever has it already gives a sign of life, of which the history says nothing.
 */
export async function takeCheck(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<Check, Failure>> {
  const access = await requireAnnotation(context, input.id, canArrangeChecks);
  if (!access.ok) return access;
  const body = parseInput(takeCheckSchema, input.body);
  if (!body.ok) return body;
  const { annotationId } = access.value;
  const { now, actor } = context;
  const db = database();
  const since = new Date(now.getTime() - TAKEN_FOR);
  if (await touchCheck(db, annotationId, { userId: actor.userId, now, since }))
    return ok(await readCheck(db, annotationId));
  return changeCheck(context, access.value, { take: body.value }, async (tx, { check, seq }) => {
    const taken = takenNow(check, now);
    if (taken?.by.id === actor.userId) return ok('unchanged');
    if (taken && taken.by.id !== body.value.from)
      return err({
        code: 'check_taken',
        message: `${taken.by.name} has taken this check. Ask them, or take it over knowingly.`,
        check,
      });
    await handCheck(tx, annotationId, { to: actor.userId, seq, now });
    return ok('written');
  });
}

import 'server-only';
import { readInPass } from '@/lib/data/passes';
import { listVerifications as selectVerifications } from '@/lib/data/verifications';
import { asOfQuerySchema } from '@/lib/domain/as-of';
import { decisionsKnownBy, decisionsRecordedUntil } from '@/lib/domain/decisions-as-of';
import { endOfDayIn } from '@/lib/domain/end-of-day';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Verification } from '@/lib/domain/verification';
import { requireAnnotationInLayers } from './access';
import type { Context } from './context';

/**
 * The decisions on one annotation, the oldest first; with `asOf` as they had been recorded by the end of that day, with
 * `knownAsOf` those whose outcome was known by then.
 */
export async function listVerifications(
  context: Context,
  input: { id: string; query?: unknown },
): Promise<Result<Verification[], Failure>> {
  const access = await requireAnnotationInLayers(context, input.id, canRead);
  if (!access.ok) return access;
  const query = parseInput(asOfQuerySchema, input.query ?? {});
  if (!query.ok) return query;
  const { asOf, knownAsOf } = query.value;
  const { annotationId, workspace, pass } = access.value;
  const all = await readInPass(access.value, pass?.id ?? null, (db) => selectVerifications(db, annotationId));
  const recorded = asOf ? decisionsRecordedUntil(all, endOfDayIn(workspace.timeZone, asOf)) : all;
  return ok(knownAsOf ? decisionsKnownBy(recorded, knownAsOf, workspace.timeZone) : recorded);
}

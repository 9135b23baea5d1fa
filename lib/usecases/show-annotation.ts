import 'server-only';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { findAnnotationAsOf } from '@/lib/data/events';
import { readInPass } from '@/lib/data/passes';
import type { Annotation } from '@/lib/domain/annotation';
import { asOfQuerySchema } from '@/lib/domain/as-of';
import { endOfDayIn } from '@/lib/domain/end-of-day';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotationInLayers } from './access';
import type { Context } from './context';

/**
 * One annotation, also a deleted one: `deletedAt` says so. With `asOf` as it stood at the end of that day, in the
 * workspace's time zone; what was not there yet is not found.
 */
export async function showAnnotation(
  context: Context,
  input: { id: string; query?: unknown },
): Promise<Result<Annotation, Failure>> {
  const access = await requireAnnotationInLayers(context, input.id, canRead);
  if (!access.ok) return access;
  const query = parseInput(asOfQuerySchema.pick({ asOf: true }), input.query ?? {});
  if (!query.ok) return query;
  const { annotationId, workspace, pass } = access.value;
  const passId = pass?.id ?? null;
  const { asOf } = query.value;
  if (!asOf)
    return ok(await readInPass(access.value, passId, (db) => requireStoredAnnotation(db, annotationId)));
  const until = endOfDayIn(workspace.timeZone, asOf);
  const then = await readInPass(access.value, passId, (db) => findAnnotationAsOf(db, annotationId, until));
  return then
    ? ok(then)
    : err({ code: 'not_found', message: `This annotation was not there yet on ${asOf}.` });
}

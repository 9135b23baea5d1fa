import 'server-only';
import { updateAnnotation } from '@/lib/data/annotations';
import { findAnnotation } from '@/lib/data/annotation-rows';
import { database } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import { canAnnotate } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import { changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/** Brings a deleted annotation back. If-Match is optional here: restoring overwrites nobody's words. */
export async function restoreAnnotation(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined },
): Promise<Result<Annotation, Failure>> {
  const access = await requireAnnotation(context, input.id, canAnnotate);
  if (!access.ok) return access;
  const current = await findAnnotation(database(), access.value.annotationId);
  if (current && !current.deletedAt) return ok(current);
  const base = input.ifMatch ? requireVersion(input.ifMatch) : ok(null);
  if (!base.ok) return base;
  const request = {
    type: 'annotation_restored',
    base: base.value,
    hash: requestHash('restore'),
    isDone: ({ deletedAt }: Annotation) => deletedAt === null,
  } as const;
  return changeAnnotation(context, access.value, request, async (tx, { version, seq }) => {
    await updateAnnotation(tx, access.value.annotationId, {
      version,
      seq,
      now: context.now,
      deletedAt: null,
    });
    return ok(null);
  });
}

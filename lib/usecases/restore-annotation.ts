import 'server-only';
import { updateAnnotation } from '@/lib/data/annotations';
import { findAnnotation } from '@/lib/data/annotation-rows';
import { readInPass } from '@/lib/data/passes';
import type { Annotation } from '@/lib/domain/annotation';
import { canAnnotate } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotationInLayers } from './access';
import { changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/** Brings a deleted annotation back. If-Match is optional here: restoring overwrites nobody's words. */
export async function restoreAnnotation(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined },
): Promise<Result<Annotation, Failure>> {
  const access = await requireAnnotationInLayers(context, input.id, canAnnotate);
  if (!access.ok) return access;
  const { annotationId, pass } = access.value;
  const current = await readInPass(access.value, pass?.id ?? null, (db) => findAnnotation(db, annotationId));
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
    await updateAnnotation(tx, annotationId, {
      version,
      seq,
      now: context.now,
      deletedAt: null,
    });
    return ok(null);
  });
}

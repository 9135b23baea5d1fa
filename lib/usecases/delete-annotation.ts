import 'server-only';
import { updateAnnotation } from '@/lib/data/annotations';
import type { Annotation } from '@/lib/domain/annotation';
import { canAnnotate } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotationInLayers } from './access';
import { changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/** Takes an annotation out of sight; `restoreAnnotation` brings it back. Deleting a deleted one changes nothing. */
export async function deleteAnnotation(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined },
): Promise<Result<Annotation, Failure>> {
  const access = await requireAnnotationInLayers(context, input.id, canAnnotate);
  if (!access.ok) return access;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const request = {
    type: 'annotation_deleted',
    base: base.value,
    hash: requestHash('delete'),
    isDone: ({ deletedAt }: Annotation) => deletedAt !== null,
  } as const;
  return changeAnnotation(context, access.value, request, async (tx, { version, seq }) => {
    await updateAnnotation(tx, access.value.annotationId, {
      version,
      seq,
      now: context.now,
      deletedAt: context.now,
    });
    return ok(null);
  });
}

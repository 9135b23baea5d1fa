import 'server-only';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { database } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';

/** One annotation, also a deleted one: `deletedAt` says so. */
export async function showAnnotation(
  context: Context,
  input: { id: string },
): Promise<Result<Annotation, Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  const annotation = await requireStoredAnnotation(database(), access.value.annotationId);
  return ok(annotation);
}

import 'server-only';
import { selectThreads } from '@/lib/data/comments';
import { databaseFor } from '@/lib/data/blind-reading';
import type { Thread } from '@/lib/domain/comment';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';

/** What is said about an annotation, the first thread first. */
export async function listThreads(
  context: Context,
  input: { id: string },
): Promise<Result<Thread[], Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  return ok(await selectThreads(databaseFor(access.value), { annotationId: access.value.annotationId }));
}

import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { listReplies as selectReplies } from '@/lib/data/replies';
import { canRead } from '@/lib/domain/policy';
import type { ReplyRequest } from '@/lib/domain/reply';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';

/** What was asked of whom about an annotation, and what came back. */
export async function listReplies(
  context: Context,
  input: { id: string },
): Promise<Result<ReplyRequest[], Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  return ok(await selectReplies(databaseFor(access.value), access.value.annotationId));
}

import 'server-only';
import { listOwnAssignments } from '@/lib/data/assignments';
import { databaseFor } from '@/lib/data/blind-reading';
import type { OwnAssignment } from '@/lib/domain/campaign';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';

/** For which campaign an article is asked of the actor. */
export async function findOwnAssignment(
  context: Context,
  input: { articleId: string },
): Promise<Result<OwnAssignment | null, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const of = { userId: context.actor.userId, now: context.now, limit: 1 };
  const [own] = await listOwnAssignments(databaseFor(access.value), {
    ...of,
    articleId: access.value.articleId,
  });
  return ok(own ?? null);
}

import 'server-only';
import { findStoredComment, requireShownComment, updateCommentDeletion } from '@/lib/data/comments';
import { database } from '@/lib/data/database';
import type { Comment } from '@/lib/domain/comment';
import { canDeleteComment } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { changeDiscussion } from './change-discussion';
import { requireComment } from './comment-access';
import type { Context } from './context';
import { requestHash } from './request-hash';

/** Brings a deleted comment back: for whoever deleted it, and for editors. */
export async function restoreComment(
  context: Context,
  input: { id: string },
): Promise<Result<Comment, Failure>> {
  const access = await requireComment(context, input.id, canDeleteComment);
  if (!access.ok) return access;
  const { id } = access.value.comment;
  const request = { type: 'comment_restored', hash: requestHash('restore') } as const;
  const said = await changeDiscussion(context, access.value, request, async (tx) => {
    if (!(await findStoredComment(tx, id))!.isDeleted) return ok({ outcome: 'unchanged' });
    await updateCommentDeletion(tx, id, null);
    return ok({ outcome: 'written', told: [] });
  });
  return said.ok ? ok(await requireShownComment(database(), id)) : said;
}

import 'server-only';
import { findStoredComment, requireShownComment, updateCommentDeletion } from '@/lib/data/comments';
import { database } from '@/lib/data/database';
import type { Comment } from '@/lib/domain/comment';
import { canDeleteComment } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { changeDiscussion } from './change-discussion';
import { requireComment } from './comment-access';
import { checkCommentVersion } from './comment-version';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/** Takes a comment's words out of sight; `restoreComment` brings them back. Deleting a deleted one changes nothing. */
export async function deleteComment(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined },
): Promise<Result<Comment, Failure>> {
  const access = await requireComment(context, input.id, (standing, { authorId }) =>
    canDeleteComment(standing, { authorId }),
  );
  if (!access.ok) return access;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const { id } = access.value.comment;
  const request = { type: 'comment_deleted', hash: requestHash('delete'), allowsDeleted: true } as const;
  const said = await changeDiscussion(context, access.value, request, async (tx) => {
    const held = (await findStoredComment(tx, id))!;
    const checked = await checkCommentVersion(tx, held, { base: base.value, isDone: held.isDeleted });
    if (!checked.ok) return checked;
    if (checked.value === 'repeated') return ok({ outcome: 'unchanged' });
    await updateCommentDeletion(tx, id, { byId: context.actor.userId, now: context.now });
    return ok({ outcome: 'written', told: [] });
  });
  return said.ok ? ok(await requireShownComment(database(), id)) : said;
}

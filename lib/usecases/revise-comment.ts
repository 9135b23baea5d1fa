import 'server-only';
import {
  findStoredComment,
  listMentioned,
  requireShownComment,
  updateCommentBody,
} from '@/lib/data/comments';
import { database } from '@/lib/data/database';
import { type Comment, patchCommentSchema } from '@/lib/domain/comment';
import { parseInput } from '@/lib/domain/parse-input';
import { canReviseComment } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { changeDiscussion } from './change-discussion';
import { checkMentions } from './check-mentions';
import { checkCommentVersion } from './comment-version';
import { requireComment } from './comment-access';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { tellPeople } from './tell-people';
import { requireVersion } from './version-guard';

/** Gives one's own comment other words. Whoever is mentioned for the first time is told. */
export async function reviseComment(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined; body: unknown },
): Promise<Result<Comment, Failure>> {
  const access = await requireComment(context, input.id, canReviseComment);
  if (!access.ok) return access;
  const body = parseInput(patchCommentSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const { comment, workspace } = access.value;
  const request = { type: 'comment_changed', hash: requestHash(body.value) } as const;
  const said = await changeDiscussion(context, access.value, request, async (tx) => {
    const held = (await findStoredComment(tx, comment.id))!;
    const isDone = held.body === body.value.body && !held.isDeleted;
    const checked = await checkCommentVersion(tx, held, { base: base.value, isDone });
    if (!checked.ok) return checked;
    if (checked.value === 'repeated') return ok({ outcome: 'unchanged' });
    if (held.isDeleted)
      return err({ code: 'deleted', message: 'This comment was deleted. Restore it before you change it.' });
    const before = await listMentioned(tx, comment.id);
    const mentions = await checkMentions(tx, workspace.id, body.value.body, before);
    if (!mentions.ok) return mentions;
    const mentioned = mentions.value;
    await updateCommentBody(tx, { id: comment.id, body: body.value.body, mentioned, now: context.now });
    const about = {
      threadId: comment.threadId,
      commentId: comment.id,
      mentioned: mentioned.filter((id) => !before.includes(id)),
    };
    const told = await tellPeople(tx, context, access.value, about, ({ isMentioned }) =>
      isMentioned ? 'mention' : null,
    );
    return ok({ outcome: 'written', told });
  });
  return said.ok ? ok(await requireShownComment(database(), comment.id)) : said;
}

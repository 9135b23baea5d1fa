import 'server-only';
import { findStoredThread, selectThreads, updateThread } from '@/lib/data/comments';
import { database } from '@/lib/data/database';
import type { Thread } from '@/lib/domain/comment';
import { canResolve } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { changeDiscussion } from './change-discussion';
import { requireThread } from './comment-access';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { tellPeople } from './tell-people';

/** Resolves a thread or opens it again, and tells those who wrote in it. Asked for what is already so, it changes nothing. */
export async function settleThread(
  context: Context,
  input: { id: string },
  isResolved: boolean,
): Promise<Result<Thread, Failure>> {
  const access = await requireThread(context, input.id, canResolve);
  if (!access.ok) return access;
  const { id } = access.value.thread;
  const request = {
    type: isResolved ? 'thread_resolved' : 'thread_reopened',
    hash: requestHash(isResolved ? 'resolve' : 'reopen'),
  } as const;
  const said = await changeDiscussion(context, access.value, request, async (tx) => {
    const held = (await findStoredThread(tx, id))!;
    if (held.isResolved === isResolved) return ok({ outcome: 'unchanged' });
    if ((await selectThreads(tx, { threadId: id })).length === 0) return withoutComments;
    await updateThread(tx, id, isResolved ? { byId: context.actor.userId, now: context.now } : null);
    const kind = !isResolved ? 'reopened' : held.isQuestion ? 'answered' : 'resolved';
    const told = await tellPeople(
      tx,
      context,
      access.value,
      { threadId: id, commentId: id },
      ({ isInThread }) => (isInThread ? kind : null),
    );
    return ok({ outcome: 'written', told });
  });
  if (!said.ok) return said;
  const [thread] = await selectThreads(database(), { threadId: id });
  return thread ? ok(thread) : withoutComments;
}

const withoutComments = err({
  code: 'deleted',
  message: 'All comments of this thread were deleted. Restore one of them first; nothing was changed.',
});

import 'server-only';
import {
  findStoredComment,
  findStoredThread,
  type StoredComment,
  type StoredThread,
} from '@/lib/data/comments';
import { database } from '@/lib/data/database';
import { uuidSchema } from '@/lib/domain/ids';
import type { Standing } from '@/lib/domain/policy';
import { err, ok, type Result } from '@/lib/domain/result';
import { type AccessRefusal, type AnnotationAccess, requireAnnotation } from './access';
import type { Context } from './context';

/** A comment that the actor may do something with. */
export async function requireComment(
  context: Pick<Context, 'actor'>,
  id: string,
  right: (standing: Standing, comment: StoredComment) => boolean,
): Promise<Result<AnnotationAccess & { comment: StoredComment }, AccessRefusal>> {
  const comment = uuidSchema.safeParse(id).success ? await findStoredComment(database(), id) : null;
  const access = await requireAnnotation(
    context,
    comment?.annotationId ?? '',
    (standing) => comment !== null && right(standing, comment),
  );
  if (!access.ok) return refusedAs(access.error, 'comment');
  return ok({ ...access.value, comment: comment! });
}

/** A thread that the actor may do something with. */
export async function requireThread(
  context: Pick<Context, 'actor'>,
  id: string,
  right: (standing: Standing, thread: StoredThread) => boolean,
): Promise<Result<AnnotationAccess & { thread: StoredThread }, AccessRefusal>> {
  const thread = uuidSchema.safeParse(id).success ? await findStoredThread(database(), id) : null;
  const access = await requireAnnotation(
    context,
    thread?.annotationId ?? '',
    (standing) => thread !== null && right(standing, thread),
  );
  if (!access.ok) return refusedAs(access.error, 'thread');
  return ok({ ...access.value, thread: thread! });
}

/** The refusal in the words for what was asked for: whose comment it is decides too, not the role alone. */
function refusedAs(refusal: AccessRefusal, what: 'comment' | 'thread'): { ok: false; error: AccessRefusal } {
  if (refusal.code === 'not_found')
    return err({ code: 'not_found', message: `There is no such ${what}, or you have no access to it.` });
  return err(refusal);
}

import 'server-only';
import {
  findStoredComment,
  findStoredThread,
  insertComment,
  insertThread,
  requireShownComment,
  updateThread,
} from '@/lib/data/comments';
import { database, type Prisma } from '@/lib/data/database';
import { markCommentsRead } from '@/lib/data/read-marks';
import { type Comment, type PutComment, putCommentSchema } from '@/lib/domain/comment';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canComment } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type AnnotationAccess, requireAnnotation } from './access';
import type { Beside } from './change-beside';
import { changeDiscussion } from './change-discussion';
import { checkMentions } from './check-mentions';
import { requireComment } from './comment-access';
import type { Context } from './context';
import { requestHash } from './request-hash';
import { type Reached, tellPeople } from './tell-people';

/**
 * Says something about an annotation, under the id that the client chose: the first comment of a thread or a reply.
 * The same request again changes nothing. A reply to a resolved thread opens it again, so that nobody speaks into a
 * place that is folded away.
 */
export async function putComment(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<{ comment: Comment; outcome: 'created' | 'unchanged' }, Failure>> {
  const id = uuidSchema.safeParse(input.id);
  if (!id.success) return err({ code: 'invalid_input', message: 'The id in the address must be a UUID.' });
  // What is invisible is refused before the body is looked at: the comment that has the id and the annotation named.
  const known = await findStoredComment(database(), id.data);
  const held = known && (await requireComment(context, id.data, canComment));
  if (held && !held.ok) return held;
  const annotationId = (input.body as { annotationId?: unknown } | undefined)?.annotationId;
  const access = await requireAnnotation(
    context,
    typeof annotationId === 'string' ? annotationId : '',
    canComment,
  );
  if (!access.ok && typeof annotationId === 'string') return access;
  const body = parseInput(putCommentSchema, input.body);
  if (!body.ok) return body;
  if (!access.ok) return access;

  const hash = requestHash(body.value);
  const request = { type: 'comment_added', hash } as const;
  const said = await changeDiscussion(context, access.value, request, (tx, seq) =>
    say(tx, context, access.value, { id: id.data, seq, hash, said: body.value }),
  );
  if (!said.ok) return said;
  const comment = await requireShownComment(database(), id.data);
  return ok({ comment, outcome: said.value.outcome === 'written' ? 'created' : 'unchanged' });
}

async function say(
  tx: Prisma.TransactionClient,
  context: Context,
  access: AnnotationAccess,
  { id, seq, hash, said }: { id: string; seq: number; hash: string; said: PutComment },
): Promise<Result<Beside, Failure>> {
  const { annotationId, workspace } = access;
  const { now, actor } = context;
  const taken = await findStoredComment(tx, id);
  if (taken) {
    const isRepeated = taken.requestHash === hash && taken.authorId === actor.userId;
    return isRepeated ? ok({ outcome: 'unchanged' }) : idTaken;
  }
  const thread = said.threadId ? await findStoredThread(tx, said.threadId) : null;
  if (said.threadId && thread?.annotationId !== annotationId) return noSuchThread;
  const mentions = await checkMentions(tx, workspace.id, said.body);
  if (!mentions.ok) return mentions;

  const threadId = said.threadId ?? id;
  const isQuestion = said.question ?? false;
  if (!thread) await insertThread(tx, { id, annotationId, authorId: actor.userId, isQuestion, now });
  else if (thread.isResolved) await updateThread(tx, threadId, null);
  const words = { body: said.body, mentioned: mentions.value, requestHash: hash };
  await insertComment(tx, { id, threadId, annotationId, authorId: actor.userId, seq, now, ...words });
  await markCommentsRead(tx, { userId: actor.userId, annotationId, seq });
  const about = { threadId, commentId: id, mentioned: mentions.value };
  const told = await tellPeople(tx, context, access, about, (person) =>
    kindFor(person, { isReply: thread !== null, isQuestion }),
  );
  return ok({ outcome: 'written', told });
}

/** Of several reasons to be told the first counts. */
function kindFor(person: Reached, { isReply, isQuestion }: { isReply: boolean; isQuestion: boolean }) {
  if (person.isMentioned) return 'mention';
  if (isQuestion && person.isEditor) return 'question';
  if (isReply && person.isInThread) return 'reply';
  return person.isAnnotator ? 'comment' : null;
}

const idTaken = err({ code: 'id_taken', message: 'There is another comment of this id. Nothing was saved.' });
const noSuchThread = err({
  code: 'invalid_input',
  message: 'threadId: There is no such thread on this annotation.',
});

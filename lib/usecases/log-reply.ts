import 'server-only';
import { database, type Database } from '@/lib/data/database';
import { findReply, insertReply, listReplies, type NewReplyRow } from '@/lib/data/replies';
import { findSourceName } from '@/lib/data/source-name';
import { parseInput } from '@/lib/domain/parse-input';
import { canGatherEvidence } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { type NewReply, newReplySchema, type ReplyRequest } from '@/lib/domain/reply';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import { changeBeside } from './change-beside';
import type { Context } from './context';
import { requestHash } from './request-hash';

export interface LoggedReply {
  /** The request that was logged, or that the answer belongs to. */
  request: ReplyRequest;
  outcome: 'recorded' | 'unchanged';
}

/**
 * Adds one entry to the log of the right of reply: that somebody was asked, what they answered, or that nothing came.
 * Append-only: what was logged in error is followed by another entry that says so.
 */
export async function logReply(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<LoggedReply, Failure>> {
  const access = await requireAnnotation(context, input.id, canGatherEvidence);
  if (!access.ok) return access;
  const body = parseInput(newReplySchema, input.body);
  if (!body.ok) return body;
  const { annotationId, workspace } = access.value;
  const db = database();
  const id = body.value.id ?? context.newId();
  const hash = requestHash({ ...body.value, id, annotationId });
  const today = dayIn(workspace.timeZone, context.now);
  const row = await rowFrom(db, { annotationId, workspaceId: workspace.id, today }, body.value);
  if (!row.ok) return row;
  const logged = await changeBeside(
    context,
    access.value,
    { type: 'reply_logged', hash },
    async (tx, { seq }) => {
      const actorId = context.actor.userId;
      const isAdded = await insertReply(tx, {
        ...row.value,
        id,
        actorId,
        seq,
        requestHash: hash,
        now: context.now,
      });
      if (isAdded) return ok({ outcome: 'written', told: [] });
      const there = await findReply(tx, id);
      return there?.requestHash === hash
        ? ok({ outcome: 'unchanged' })
        : err({ code: 'id_taken', message: 'Another entry has this id. Make a new one.' });
    },
  );
  if (!logged.ok) return logged;
  const requestId = row.value.requestId ?? id;
  const request = (await listReplies(db, annotationId)).find((each) => each.id === requestId);
  return ok({ request: request!, outcome: logged.value.outcome === 'written' ? 'recorded' : 'unchanged' });
}

type Row = Omit<NewReplyRow, 'id' | 'actorId' | 'seq' | 'requestHash' | 'now'>;

async function rowFrom(
  db: Database,
  { annotationId, workspaceId, today }: { annotationId: string; workspaceId: string; today: string },
  entry: NewReply,
): Promise<Result<Row, Failure>> {
  const day = entry.day ?? today;
  if (day > today)
    return err({ code: 'invalid_input', message: 'This day has not come yet. Log it when it has.' });
  const base = { annotationId, kind: entry.kind, day, words: entry.words || null };
  if (entry.kind === 'request') {
    const source = entry.sourceId ? await findSourceName(db, workspaceId, entry.sourceId) : null;
    if (entry.sourceId && source === null)
      return err({ code: 'unknown_source', message: 'There is no such source in this workspace.' });
    const askedName = entry.name ?? source;
    if (!askedName) return err({ code: 'invalid_input', message: 'Say who was asked.' });
    const deadline = entry.deadline ?? null;
    if (deadline && deadline < day)
      return err({ code: 'invalid_input', message: 'The answer cannot be due before it was asked for.' });
    return ok({
      ...base,
      requestId: null,
      sourceId: entry.sourceId ?? null,
      askedName,
      way: entry.way,
      deadline,
    });
  }
  const asked = await findReply(db, entry.requestId);
  if (asked?.annotationId !== annotationId || asked.kind !== 'request')
    return err({ code: 'unknown_request', message: 'There is no such request on this annotation.' });
  return ok({
    ...base,
    requestId: entry.requestId,
    sourceId: null,
    askedName: null,
    way: null,
    deadline: null,
  });
}

import 'server-only';
import type { ReplyAnswer, ReplyRequest } from '@/lib/domain/reply';
import type { ReplyKind } from '@/lib/domain/vocabulary';
import { dateFromDay } from './articles';
import type { Database } from './database';

export interface NewReplyRow {
  id: string;
  annotationId: string;
  kind: ReplyKind;
  requestId: string | null;
  sourceId: string | null;
  askedName: string | null;
  way: string | null;
  day: string;
  deadline: string | null;
  words: string | null;
  actorId: string;
  seq: number;
  requestHash: string;
  now: Date;
}

/** Adds an entry to the log. Tells whether it was added: an id that is taken stays as it is. */
export async function insertReply(
  tx: Database,
  { now, day, deadline, ...row }: NewReplyRow,
): Promise<boolean> {
  const { count } = await tx.replyEntry.createMany({
    data: [{ ...row, day: dateFromDay(day)!, deadline: dateFromDay(deadline), createdAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
}

export async function findReply(
  db: Database,
  id: string,
): Promise<{ annotationId: string; kind: string; requestHash: string } | null> {
  return db.replyEntry.findUnique({
    where: { id },
    select: { annotationId: true, kind: true, requestHash: true },
  });
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The log of the right of reply on an annotation: requests in the order in which they were logged, each with what came back. */
export async function listReplies(db: Database, annotationId: string): Promise<ReplyRequest[]> {
  const rows = await db.replyEntry.findMany({
    where: { annotationId },
    orderBy: { seq: 'asc' },
    include: {
      actor: { select: { id: true, name: true } },
      source: { select: { id: true, name: true } },
    },
  });
  const answersTo = (requestId: string): ReplyAnswer[] =>
    rows
      .filter((row) => row.requestId === requestId)
      .map((row) => ({
        id: row.id,
        kind: row.kind as ReplyAnswer['kind'],
        day: dayOf(row.day),
        words: row.words,
        loggedBy: row.actor,
        createdAt: row.createdAt.toISOString(),
      }));
  return rows
    .filter(({ kind }) => kind === 'request')
    .map((row) => ({
      id: row.id,
      name: row.askedName!,
      source: row.source,
      way: row.way!,
      day: dayOf(row.day),
      deadline: row.deadline && dayOf(row.deadline),
      words: row.words,
      loggedBy: row.actor,
      createdAt: row.createdAt.toISOString(),
      answers: answersTo(row.id),
    }));
}

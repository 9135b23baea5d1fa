import 'server-only';
import type { Comment, Thread } from '@/lib/domain/comment';
import type { Database } from './database';
import { instant } from './instant';

/** What a decision about a comment needs to know of it. */
export interface StoredComment {
  id: string;
  threadId: string;
  annotationId: string;
  authorId: string;
  body: string;
  version: number;
  requestHash: string;
  deletedById: string | null;
  isDeleted: boolean;
}

export async function findStoredComment(db: Database, id: string): Promise<StoredComment | null> {
  const [row] = await db.$queryRawUnsafe<StoredComment[]>(
    `SELECT id, thread_id AS "threadId", annotation_id AS "annotationId", author_id AS "authorId", body, version,
       request_hash AS "requestHash", deleted_by_id AS "deletedById", deleted_at IS NOT NULL AS "isDeleted"
     FROM comment WHERE id = $1::uuid`,
    id,
  );
  return row ?? null;
}

/** What a decision about a thread needs to know of it. */
export interface StoredThread {
  id: string;
  annotationId: string;
  authorId: string;
  isQuestion: boolean;
  isResolved: boolean;
}

export async function findStoredThread(db: Database, id: string): Promise<StoredThread | null> {
  const [row] = await db.$queryRawUnsafe<StoredThread[]>(
    `SELECT id, annotation_id AS "annotationId", author_id AS "authorId", is_question AS "isQuestion",
       resolved_at IS NOT NULL AS "isResolved"
     FROM comment_thread WHERE id = $1::uuid`,
    id,
  );
  return row ?? null;
}

export async function insertThread(
  tx: Database,
  thread: { id: string; annotationId: string; authorId: string; isQuestion: boolean; now: Date },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO comment_thread (id, annotation_id, author_id, is_question, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5)`,
    thread.id,
    thread.annotationId,
    thread.authorId,
    thread.isQuestion,
    thread.now,
  );
}

export async function insertComment(
  tx: Database,
  comment: {
    id: string;
    threadId: string;
    annotationId: string;
    authorId: string;
    body: string;
    mentioned: readonly string[];
    seq: number;
    requestHash: string;
    now: Date;
  },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO comment (id, thread_id, annotation_id, author_id, body, seq, request_hash, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7, $8)`,
    comment.id,
    comment.threadId,
    comment.annotationId,
    comment.authorId,
    comment.body,
    comment.seq,
    comment.requestHash,
    comment.now,
  );
  await replaceMentions(tx, comment.id, comment.mentioned);
}

/** Gives a comment other words, one version further. */
export async function updateCommentBody(
  tx: Database,
  comment: { id: string; body: string; mentioned: readonly string[]; now: Date },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE comment SET body = $2, version = version + 1, edited_at = $3 WHERE id = $1::uuid`,
    comment.id,
    comment.body,
    comment.now,
  );
  await replaceMentions(tx, comment.id, comment.mentioned);
}

/** Takes a comment out of sight (`deleted`) or brings it back (null), one version further. */
export async function updateCommentDeletion(
  tx: Database,
  id: string,
  deleted: { byId: string; now: Date } | null,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE comment SET deleted_at = $2, deleted_by_id = $3::uuid, version = version + 1 WHERE id = $1::uuid`,
    id,
    deleted?.now ?? null,
    deleted?.byId ?? null,
  );
}

async function replaceMentions(tx: Database, commentId: string, userIds: readonly string[]): Promise<void> {
  await tx.$executeRawUnsafe(`DELETE FROM comment_mention WHERE comment_id = $1::uuid`, commentId);
  if (userIds.length === 0) return;
  await tx.$executeRawUnsafe(
    `INSERT INTO comment_mention (comment_id, user_id) SELECT $1::uuid, unnest($2::uuid[])`,
    commentId,
    userIds,
  );
}

export async function listMentioned(db: Database, commentId: string): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT user_id AS id FROM comment_mention WHERE comment_id = $1::uuid`,
    commentId,
  );
  return rows.map(({ id }) => id);
}

/** Resolves a thread, or with null opens it again. */
export async function updateThread(
  tx: Database,
  id: string,
  resolved: { byId: string; now: Date } | null,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE comment_thread SET resolved_at = $2, resolved_by_id = $3::uuid WHERE id = $1::uuid`,
    id,
    resolved?.now ?? null,
    resolved?.byId ?? null,
  );
}

/**
 * Writes anew what the annotation shows of its comments. A thread whose comments are all deleted counts no more; `seq`
 * is the number of the event that this is done for.
 */
export async function refreshDiscussion(tx: Database, annotationId: string, seq: number): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO discussion (annotation_id, comments, open_threads, question, last_comment_at, last_comment_seq, seq)
     SELECT $1::uuid, count(c.id), count(DISTINCT t.id) FILTER (WHERE t.resolved_at IS NULL),
       CASE WHEN bool_or(t.is_question AND t.resolved_at IS NULL) THEN 'open' WHEN bool_or(t.is_question) THEN 'answered' END,
       max(c.created_at), coalesce(max(c.seq), 0), $2
     FROM comment c JOIN comment_thread t ON t.id = c.thread_id
     WHERE c.annotation_id = $1::uuid AND c.deleted_at IS NULL
     ON CONFLICT (annotation_id) DO UPDATE SET comments = excluded.comments, open_threads = excluded.open_threads,
       question = excluded.question, last_comment_at = excluded.last_comment_at,
       last_comment_seq = excluded.last_comment_seq, seq = excluded.seq`,
    annotationId,
    seq,
  );
}

const COMMENT_JSON = `json_build_object('id', c.id, 'threadId', c.thread_id, 'annotationId', c.annotation_id,
  'author', json_build_object('id', author.id, 'name', author.name),
  'body', CASE WHEN c.deleted_at IS NULL THEN c.body ELSE '' END,
  'mentions', CASE WHEN c.deleted_at IS NULL THEN (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.name, m.id), '[]')
    FROM comment_mention x JOIN app_user m ON m.id = x.user_id WHERE x.comment_id = c.id) ELSE '[]'::json END,
  'version', c.version, 'seq', c.seq, 'createdAt', ${instant('c.created_at')}, 'editedAt', ${instant('c.edited_at')},
  'deletedAt', ${instant('c.deleted_at')})`;

/** A comment that this very transaction or request has written; its absence is a bug. */
export async function requireShownComment(db: Database, id: string): Promise<Comment> {
  const [row] = await db.$queryRawUnsafe<{ comment: Comment }[]>(
    `SELECT ${COMMENT_JSON} AS comment FROM comment c JOIN app_user author ON author.id = c.author_id WHERE c.id = $1::uuid`,
    id,
  );
  if (!row) throw new Error(`comment ${id} vanished`);
  return row.comment;
}

/** The threads on an annotation, or one of them, in the order they were begun; without those whose comments are all deleted. */
export async function selectThreads(
  db: Database,
  where: { annotationId: string } | { threadId: string },
): Promise<Thread[]> {
  const [column, id] =
    'threadId' in where ? ['t.id', where.threadId] : ['t.annotation_id', where.annotationId];
  const rows = await db.$queryRawUnsafe<{ thread: Thread }[]>(
    `SELECT json_build_object('id', t.id, 'annotationId', t.annotation_id,
       'author', json_build_object('id', starter.id, 'name', starter.name), 'isQuestion', t.is_question,
       'resolved', CASE WHEN t.resolved_at IS NOT NULL THEN json_build_object('at', ${instant('t.resolved_at')},
         'by', CASE WHEN resolver.id IS NOT NULL THEN json_build_object('id', resolver.id, 'name', resolver.name) END) END,
       'createdAt', ${instant('t.created_at')},
       'comments', (SELECT json_agg(${COMMENT_JSON} ORDER BY c.seq, c.id)
         FROM comment c JOIN app_user author ON author.id = c.author_id WHERE c.thread_id = t.id)) AS thread
     FROM comment_thread t JOIN app_user starter ON starter.id = t.author_id
     LEFT JOIN app_user resolver ON resolver.id = t.resolved_by_id
     WHERE ${column} = $1::uuid AND EXISTS (SELECT 1 FROM comment c WHERE c.thread_id = t.id AND c.deleted_at IS NULL)
     ORDER BY t.created_at, t.id`,
    id,
  );
  return rows.map(({ thread }) => thread);
}

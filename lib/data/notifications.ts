import 'server-only';
import type { Notification } from '@/lib/domain/notification';
import type { NotificationKind } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { instant } from './instant';

export interface NewNotification {
  id: string;
  userId: string;
  kind: NotificationKind;
}

/**
 * What people are told of: an annotation, or one comment on it; or an article, or a campaign, or an article in a campaign.
 * `actorId` is null where nobody did it.
 */
export type ToldOf = { workspaceId: string; actorId: string | null; now: Date } & (
  | { annotationId: string; comment: { threadId: string; commentId: string } | null }
  | { articleId: string; campaignId?: string }
  | { campaignId: string }
);

/**
 * Tells people what was done; all of it is about the same thing. One that has the id of another is left out: ids made
 * from what happened tell of it once.
 */
export async function insertNotifications(
  tx: Database,
  about: ToldOf,
  notifications: readonly NewNotification[],
): Promise<void> {
  if (notifications.length === 0) return;
  const comment = 'comment' in about ? about.comment : null;
  await tx.$executeRawUnsafe(
    `INSERT INTO notification (id, user_id, kind, workspace_id, annotation_id, thread_id, comment_id, actor_id, created_at,
       article_id, campaign_id)
     SELECT n.id, n."userId", n.kind, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7, $8::uuid, $9::uuid
     FROM json_to_recordset($1::json) AS n (id uuid, "userId" uuid, kind text)
     ON CONFLICT (id) DO NOTHING`,
    JSON.stringify(notifications),
    about.workspaceId,
    'annotationId' in about ? about.annotationId : null,
    comment?.threadId ?? null,
    comment?.commentId ?? null,
    about.actorId,
    about.now,
    'articleId' in about ? about.articleId : null,
    ('campaignId' in about ? about.campaignId : null) ?? null,
  );
}

/** Who may be told of something in a thread: members of the workspace, each with what makes it their concern. */
export interface Concerned {
  userId: string;
  isEditor: boolean;
  /** Wrote in the thread. */
  isInThread: boolean;
  /** Marked the annotation. */
  isAnnotator: boolean;
}

export async function listConcerned(
  tx: Database,
  about: { workspaceId: string; annotationId: string; threadId: string },
): Promise<Concerned[]> {
  return tx.$queryRawUnsafe<Concerned[]>(
    `SELECT m.user_id AS "userId", m.role IN ('editor', 'owner') AS "isEditor",
       EXISTS (SELECT 1 FROM comment c WHERE c.thread_id = $3::uuid AND c.author_id = m.user_id AND c.deleted_at IS NULL) AS "isInThread",
       EXISTS (SELECT 1 FROM annotation a WHERE a.id = $2::uuid AND a.author_id = m.user_id) AS "isAnnotator"
     FROM membership m WHERE m.workspace_id = $1::uuid`,
    about.workspaceId,
    about.annotationId,
    about.threadId,
  );
}

/** What is shown: not what is about a comment, or an annotation, that was deleted since. */
const SHOWN = `FROM notification n LEFT JOIN comment c ON c.id = n.comment_id
  LEFT JOIN annotation a ON a.id = n.annotation_id AND a.deleted_at IS NULL
  WHERE n.workspace_id = $1::uuid AND n.user_id = $2::uuid AND c.deleted_at IS NULL
    AND (a.id IS NOT NULL OR n.annotation_id IS NULL)`;

/** Somebody's notifications in a workspace, the newest first; `limit + 1` rows. */
export async function listNotificationRows(
  db: Database,
  listing: {
    workspaceId: string;
    userId: string;
    isUnreadOnly: boolean;
    limit: number;
    before: [createdAt: string, id: string] | null;
  },
): Promise<Notification[]> {
  const rows = await db.$queryRawUnsafe<{ notification: Notification }[]>(
    `SELECT json_build_object('id', n.id, 'kind', n.kind, 'threadId', n.thread_id, 'commentId', n.comment_id,
       'actor', (SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = n.actor_id),
       'annotation', CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'kind', a.kind, 'deadline', a.deadline::text, 'exact', coalesce((SELECT string_agg(s.exact, ' … ' ORDER BY s.position)
         FROM anchor_span s WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id), '')) END,
       'article', (SELECT json_build_object('id', t.id, 'title', t.title) FROM article t WHERE t.id = coalesce(n.article_id, a.article_id)),
       'campaign', (SELECT json_build_object('id', g.id, 'name', g.name) FROM campaign g WHERE g.id = n.campaign_id),
       'createdAt', ${instant('n.created_at')}, 'readAt', ${instant('n.read_at')}) AS notification
     ${SHOWN} ${listing.isUnreadOnly ? 'AND n.read_at IS NULL' : ''}
       ${listing.before ? 'AND (n.created_at, n.id) < ($4::timestamptz, $5::uuid)' : ''}
     ORDER BY n.created_at DESC, n.id DESC LIMIT $3`,
    listing.workspaceId,
    listing.userId,
    listing.limit + 1,
    ...(listing.before ?? []),
  );
  return rows.map(({ notification }) => notification);
}

/** How many of somebody's notifications in a workspace they have not read. */
export async function countUnread(db: Database, workspaceId: string, userId: string): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::int AS count ${SHOWN} AND n.read_at IS NULL`,
    workspaceId,
    userId,
  );
  return row!.count;
}

/**
 * Marks somebody's notifications in a workspace as read: those named, those about an annotation, or all that they may see.
 * Answers how many.
 */
export async function markNotificationsRead(
  db: Database,
  whose: { workspaceId: string; userId: string; now: Date },
  which: { ids: readonly string[] } | { annotationId: string } | 'all',
): Promise<number> {
  const [condition, value] =
    which === 'all'
      ? [
          'AND (annotation_id IS NULL OR EXISTS (SELECT 1 FROM annotation a WHERE a.id = notification.annotation_id))',
          null,
        ]
      : 'ids' in which
        ? ['AND id = ANY($4::uuid[])', which.ids]
        : ['AND annotation_id = $4::uuid', which.annotationId];
  return db.$executeRawUnsafe(
    `UPDATE notification SET read_at = $3
     WHERE workspace_id = $1::uuid AND user_id = $2::uuid AND read_at IS NULL ${condition}`,
    whose.workspaceId,
    whose.userId,
    whose.now,
    ...(value === null ? [] : [value]),
  );
}

/** Takes back that somebody was told of an article in a campaign: it is asked of them no longer. */
export async function withdrawArticleAssigned(
  tx: Database,
  about: { campaignId: string; articleId: string; userId: string },
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM notification WHERE campaign_id = ${about.campaignId}::uuid AND article_id = ${about.articleId}::uuid
      AND user_id = ${about.userId}::uuid AND kind = 'article_assigned'`;
}

/** The same of assignments that are undone: also where several were told of at once, once none of them stands. */
export async function withdrawAssigned(tx: Database, assignmentIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM notification n USING assignment s
    WHERE s.id = ANY(${assignmentIds}::uuid[]) AND n.kind = 'article_assigned' AND n.campaign_id = s.campaign_id
      AND n.user_id = s.annotator_id AND n.created_at = s.assigned_at AND (n.article_id = s.article_id
        OR n.article_id IS NULL AND NOT EXISTS (SELECT 1 FROM assignment other WHERE other.campaign_id = s.campaign_id
          AND other.annotator_id = s.annotator_id AND other.assigned_at = s.assigned_at AND other.released_at IS NULL))`;
}

import 'server-only';
import { DUE_WITHIN_DAYS, dayAfter } from '@/lib/domain/prediction';
import type { Database } from './database';

/** So many days after its deadline nobody is reminded any more: whoever was away meanwhile finds it in the tracker. */
const REMINDED_FOR_DAYS = 30;

/**
 * An id made of what a reminder says, so that it is made once, however often and by however many processes it is asked
 * for. Another deadline is another reminder. RFC 9562, version 8.
 */
const ID = `overlay(overlay(md5('prediction_due:' || meant.stage || ':' || meant.deadline || ':' || meant.id || ':' || reader.user_id)
  placing '8' from 13) placing '8' from 17)::uuid`;

/**
 * Tells whoever marked a prediction, whoever has its check and the editors that its deadline is within a week, and once
 * more when it has passed without an outcome. What was overdue already when it was marked reminds nobody, and nothing does
 * on the day on which it was marked. Answers who was told.
 */
export async function insertDueReminders(
  db: Database,
  { workspaceId, today, timeZone, now }: { workspaceId: string; today: string; timeZone: string; now: Date },
): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ user_id: string }[]>(
    `WITH meant AS (
       SELECT a.id, a.author_id, a.deadline, CASE WHEN a.deadline < $2::date THEN 'overdue' ELSE 'due' END AS stage
       FROM annotation a JOIN article t ON t.id = a.article_id
       WHERE t.workspace_id = $1::uuid AND a.kind = 'prediction' AND a.layer = 'shared' AND a.deleted_at IS NULL
         AND a.status IN ('pending', 'in_review') AND a.deadline BETWEEN $3::date AND $4::date
         AND a.deadline >= (a.created_at AT TIME ZONE $5)::date AND (a.created_at AT TIME ZONE $5)::date < $2::date
     )
     INSERT INTO notification (id, user_id, kind, workspace_id, annotation_id, created_at)
     SELECT ${ID}, reader.user_id, 'prediction_due', $1::uuid, meant.id, $6::timestamptz
     FROM meant JOIN membership reader ON reader.workspace_id = $1::uuid
       AND (reader.role IN ('editor', 'owner') OR reader.user_id = meant.author_id
         OR EXISTS (SELECT 1 FROM desk_check c WHERE c.annotation_id = meant.id AND c.assignee_id = reader.user_id))
     ON CONFLICT (id) DO NOTHING RETURNING user_id`,
    workspaceId,
    today,
    dayAfter(today, -REMINDED_FOR_DAYS),
    dayAfter(today, DUE_WITHIN_DAYS),
    timeZone,
    now,
  );
  return [...new Set(rows.map(({ user_id }) => user_id))];
}

import 'server-only';
import { instant } from './instant';

/** The check of `annotation a` as JSON; null where nobody has arranged anything. */
export const CHECK_JSON = `(SELECT json_build_object('priority', k.priority, 'dueOn', k.due_on::text,
      'assignee', CASE WHEN assignee.id IS NOT NULL THEN json_build_object('id', assignee.id, 'name', assignee.name) END,
      'taken', CASE WHEN taker.id IS NOT NULL THEN json_build_object('by', json_build_object('id', taker.id, 'name', taker.name),
        'at', ${instant('k.taken_at')}, 'seenAt', ${instant('k.seen_at')}) END,
      'version', k.version, 'seq', k.seq)
    FROM desk_check k LEFT JOIN app_user assignee ON assignee.id = k.assignee_id
      LEFT JOIN app_user taker ON taker.id = k.taken_by_id WHERE k.annotation_id = a.id)`;

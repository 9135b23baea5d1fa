import 'server-only';
import type { Check, PatchCheck } from '@/lib/domain/check';
import { NO_CHECK } from '@/lib/domain/no-check';
import { CHECK_JSON } from './check-json';
import type { Database } from './database';

/** How an annotation's check stands; {@link NO_CHECK} where nobody has arranged anything. */
export async function readCheck(db: Database, annotationId: string): Promise<Check> {
  const [row] = await db.$queryRawUnsafe<{ found: Check | null }[]>(
    `SELECT ${CHECK_JSON} AS found FROM annotation a WHERE a.id = $1::uuid`,
    annotationId,
  );
  return row?.found ?? NO_CHECK;
}

/** Arranges a check, one version further; fields that are left out stay. `seq` is the number of the event. */
export async function arrangeCheck(
  tx: Database,
  annotationId: string,
  { priority, dueOn, assigneeId, seq }: PatchCheck & { seq: number },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO desk_check AS k (annotation_id, priority, due_on, assignee_id, seq)
     VALUES ($1::uuid, coalesce($3, 'normal'), $5::date, $7::uuid, $2)
     ON CONFLICT (annotation_id) DO UPDATE SET priority = coalesce($3, k.priority),
       due_on = CASE WHEN $4 THEN $5::date ELSE k.due_on END,
       assignee_id = CASE WHEN $6 THEN $7::uuid ELSE k.assignee_id END,
       version = k.version + 1, seq = $2`,
    annotationId,
    seq,
    priority ?? null,
    dueOn !== undefined,
    dueOn ?? null,
    assigneeId !== undefined,
    assigneeId ?? null,
  );
}

/** Puts a check into somebody's hands, or with null into nobody's. Its version, that of what is arranged, stays. */
export async function handCheck(
  tx: Database,
  annotationId: string,
  { to, seq, now }: { to: string | null; seq: number; now: Date },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO desk_check (annotation_id, taken_by_id, taken_at, seen_at, version, seq)
     VALUES ($1::uuid, $2::uuid, $3::timestamptz, $3::timestamptz, 0, $4)
     ON CONFLICT (annotation_id) DO UPDATE SET taken_by_id = $2::uuid, taken_at = $3::timestamptz,
       seen_at = $3::timestamptz, seq = $4`,
    annotationId,
    to,
    to && now,
    seq,
  );
}

/** A sign of life of whoever is at a check. Answers whether they still are: others may have taken it since. */
export async function touchCheck(
  db: Database,
  annotationId: string,
  { userId, now, since }: { userId: string; now: Date; since: Date },
): Promise<boolean> {
  const touched = await db.$executeRawUnsafe(
    `UPDATE desk_check SET seen_at = greatest(seen_at, $3::timestamptz)
     WHERE annotation_id = $1::uuid AND taken_by_id = $2::uuid AND seen_at > $4::timestamptz`,
    annotationId,
    userId,
    now,
    since,
  );
  return touched > 0;
}

/** Frees what a decision has ended; the event of the decision, whose number is `seq`, tells of it. */
export async function freeDecidedCheck(tx: Database, annotationId: string, seq: number): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE desk_check SET taken_by_id = NULL, taken_at = NULL, seen_at = NULL, seq = $2
     WHERE annotation_id = $1::uuid AND taken_by_id IS NOT NULL`,
    annotationId,
    seq,
  );
}

/** Takes back what somebody was told, and has not read, of a check that is another's by now. */
export async function withdrawAssignment(tx: Database, annotationId: string, userId: string): Promise<void> {
  await tx.$executeRawUnsafe(
    `DELETE FROM notification
     WHERE annotation_id = $1::uuid AND user_id = $2::uuid AND kind = 'check_assigned' AND read_at IS NULL`,
    annotationId,
    userId,
  );
}

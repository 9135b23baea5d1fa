import 'server-only';
import { arrangeCheck as writeArrangement, withdrawAssignment } from '@/lib/data/checks';
import type { Database } from '@/lib/data/database';
import { findRole } from '@/lib/data/memberships';
import { insertNotifications } from '@/lib/data/notifications';
import { type Check, type PatchCheck, patchCheckSchema } from '@/lib/domain/check';
import { parseInput } from '@/lib/domain/parse-input';
import { canArrangeChecks, canVerify } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type AnnotationAccess, requireAnnotation } from './access';
import { changeCheck } from './change-check';
import type { Context } from './context';
import { requireVersion } from './version-guard';

/**
 * Says how pressing a check is, by which day it is wanted and whose it is. Made on the version that was seen (0 where
 * nobody has arranged anything): a stale one is refused with the current check, but what is so already is not.
 */
export async function arrangeCheck(
  context: Context,
  input: { id: string; body: unknown; ifMatch: string | null | undefined },
): Promise<Result<Check, Failure>> {
  const access = await requireAnnotation(context, input.id, canArrangeChecks);
  if (!access.ok) return access;
  const body = parseInput(patchCheckSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  return changeCheck(context, access.value, body.value, async (tx, { check, seq }) => {
    if (isArranged(check, body.value)) return ok('unchanged');
    if (check.version !== base.value) return stale(check);
    const { assigneeId } = body.value;
    const role = assigneeId ? await findRole(tx, access.value.workspace.id, assigneeId) : null;
    if (assigneeId && !(role && canVerify({ userId: assigneeId, role, scope: 'write' }))) return noChecker;
    await writeArrangement(tx, access.value.annotationId, { ...body.value, seq });
    if (assigneeId !== undefined && assigneeId !== (check.assignee?.id ?? null))
      await tellAssigned(tx, context, access.value, { from: check.assignee?.id ?? null, to: assigneeId });
    return ok('written');
  });
}

const isArranged = (check: Check, { priority, dueOn, assigneeId }: PatchCheck): boolean =>
  (priority ?? check.priority) === check.priority &&
  (dueOn === undefined || dueOn === check.dueOn) &&
  (assigneeId === undefined || assigneeId === (check.assignee?.id ?? null));

/** Whoever it is given to is told, unless they took it themselves; whoever had it need not know of it any more. */
async function tellAssigned(
  tx: Database,
  context: Context,
  { annotationId, workspace }: AnnotationAccess,
  { from, to }: { from: string | null; to: string | null },
): Promise<void> {
  const actorId = context.actor.userId;
  if (from) await withdrawAssignment(tx, annotationId, from);
  if (!to || to === actorId) return;
  const about = { workspaceId: workspace.id, annotationId, comment: null, actorId, now: context.now };
  await insertNotifications(tx, about, [{ id: context.newId(), userId: to, kind: 'check_assigned' }]);
}

const stale = (current: Check) =>
  err({
    code: 'stale_version',
    message: 'Somebody arranged this check otherwise in the meantime. Nothing was changed: look at it again.',
    current,
  });

const noChecker = err({
  code: 'not_a_checker',
  message: 'assigneeId: A check is given to an editor or owner of the workspace: others cannot decide on it.',
});

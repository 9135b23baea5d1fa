import 'server-only';
import { lockCheckingRules, updateCheckingRules } from '@/lib/data/checking-rules';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type CheckingRules, checkingRulesPatchSchema } from '@/lib/domain/checking-rules';
import { parseInput } from '@/lib/domain/parse-input';
import { canManage } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

/** Changes what a workspace asks of those who check, from now on: decisions that were made before stay as they are. */
export async function changeCheckingRules(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<CheckingRules, Failure>> {
  const access = await requireWorkspace(context, input.slug, canManage);
  if (!access.ok) return access;
  const change = parseInput(checkingRulesPatchSchema, input.body);
  if (!change.ok) return change;
  const { id: workspaceId } = access.value.workspace;
  return inTransaction(async (tx) => {
    const before = await lockCheckingRules(tx, workspaceId);
    const wanted = { ...before, ...change.value };
    if (JSON.stringify(wanted) === JSON.stringify(before)) return ok(before);
    const after = await updateCheckingRules(tx, workspaceId, change.value);
    await insertWorkspaceEvent(tx, {
      workspaceId,
      type: 'checking_rules_changed',
      subjectId: workspaceId,
      before: { ...before },
      after: { ...after },
      requestHash: requestHash(change.value),
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(after);
  });
}

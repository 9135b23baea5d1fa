import 'server-only';
import { removeAffiliation } from '@/lib/data/affiliations';
import { findAffiliation } from '@/lib/data/shown-sources';
import { findSource } from '@/lib/data/sources';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { uuidSchema } from '@/lib/domain/ids';
import { canCurate } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireSource } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

/** Takes an affiliation away; the history keeps it, and a PUT under its id brings it back. Gone already is as well. */
export async function deleteAffiliation(
  context: Context,
  input: { sourceId: string; id: string },
): Promise<Result<null, Failure>> {
  const access = await requireSource(context, input.sourceId, canCurate);
  if (!access.ok) return access;
  const id = uuidSchema.safeParse(input.id);
  if (!id.success) return ok(null);
  const { workspace } = access.value;
  return inTransaction<null, Failure>(async (tx) => {
    const before = await findAffiliation(tx, id.data);
    if (!before || !(await findSource(tx, workspace.id, before.sourceId))) return ok(null);
    await removeAffiliation(tx, before.id);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'affiliation_changed',
      subjectId: before.sourceId,
      before: { ...before },
      after: null,
      requestHash: requestHash({ deleted: before.id, at: context.now.toISOString() }),
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(null);
  });
}

import 'server-only';
import { deleteDistinction, insertDistinction } from '@/lib/data/source-distinctions';
import { findSource } from '@/lib/data/sources';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { uuidSchema } from '@/lib/domain/ids';
import { canCurate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireSource } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

/** Says that two sources are two (their merge is not suggested any more), or takes that back. Said again it changes nothing. */
export async function distinguishSource(
  context: Context,
  input: { id: string; otherId: string; isDistinct: boolean },
): Promise<Result<null, Failure>> {
  const access = await requireSource(context, input.id, canCurate);
  if (!access.ok) return access;
  const otherId = uuidSchema.safeParse(input.otherId);
  const { sourceId, workspace } = access.value;
  const { isDistinct } = input;
  return inTransaction<null, Failure>(async (tx) => {
    const source = (await findSource(tx, workspace.id, sourceId))!;
    const other = otherId.success ? await findSource(tx, workspace.id, otherId.data) : null;
    if (!other || other.id === sourceId)
      return err({ code: 'unknown_source', message: 'The other source is not in this workspace.' });
    const pair = { sourceId, otherId: other.id };
    const isChanged = isDistinct
      ? await insertDistinction(tx, { ...pair, actorId: context.actor.userId, now: context.now })
      : await deleteDistinction(tx, pair);
    if (!isChanged) return ok(null);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: isDistinct ? 'source_distinguished' : 'source_undistinguished',
      subjectId: sourceId,
      before: null,
      after: { name: source.name, otherId: other.id, other: other.name },
      requestHash: requestHash({ ...pair, isDistinct, at: context.now.toISOString() }),
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(null);
  });
}

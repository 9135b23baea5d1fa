import 'server-only';
import { findNamesake, findSource, requireRegisteredSource } from '@/lib/data/sources';
import { lockSources, takeOut } from '@/lib/data/source-merges';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { canCurate } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { RegisteredSource } from '@/lib/domain/source';
import { requireSource } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { nameTaken } from './name-taken';
import { requestHash } from './request-hash';

/**
 * Takes a merged source out again: it stands for itself, with its names, its affiliations, what was merged into it before,
 * and all annotations that were recorded under it, also since the merge. One that is not merged stays as it is.
 */
export async function unmergeSource(
  context: Context,
  input: { id: string },
): Promise<Result<RegisteredSource, Failure>> {
  const access = await requireSource(context, input.id, canCurate);
  if (!access.ok) return access;
  const { sourceId, workspace } = access.value;
  const changed = await inTransaction<RegisteredSource, Failure>(async (tx) => {
    const before = (await findSource(tx, workspace.id, sourceId))!;
    await lockSources(tx, [sourceId, ...(before.survivorId ? [before.survivorId] : [])]);
    const source = (await findSource(tx, workspace.id, sourceId))!;
    if (source.mergedIntoId === null) return ok(await requireRegisteredSource(tx, sourceId));
    const namesake = await findNamesake(tx, workspace.id, source, source.name);
    if (namesake) return nameTaken(namesake);
    const from = (await findSource(tx, workspace.id, source.mergedIntoId))!;
    await takeOut(tx, sourceId);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'source_unmerged',
      subjectId: sourceId,
      before: { name: source.name, mergedInto: from.id, into: from.name },
      after: { name: source.name },
      requestHash: requestHash({ unmerge: sourceId, version: source.version }),
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(await requireRegisteredSource(tx, sourceId));
  });
  return asSeenBy(access.value, changed, (db, { id }) => requireRegisteredSource(db, id));
}

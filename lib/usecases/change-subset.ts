import 'server-only';
import {
  findSubset,
  findSubsetById,
  lockSubset,
  lockSubsetNames,
  shownSubset,
  updateSubset,
} from '@/lib/data/subsets';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { AnnotationFilter } from '@/lib/domain/annotation-filter';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Subset } from '@/lib/domain/subset';
import type { WorkspaceEventType } from '@/lib/domain/vocabulary';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { checkVersionOf } from './proposition-version';
import { requestHash } from './request-hash';
import type { SubsetAccess } from './subset-access';
import { subsetNameTaken } from './subset-name-taken';

/** One step of a subset's history: under its lock, on the version that was seen, with its event. */
export async function changeSubset(
  context: Context,
  access: SubsetAccess,
  request: {
    type: WorkspaceEventType;
    base: number;
    change: { name?: string; note?: string; filter?: AnnotationFilter; deletedAt?: Date | null };
  },
): Promise<Result<Subset, Failure>> {
  const { type, base, change } = request;
  const { id } = access.subset;
  const workspaceId = access.workspace.id;
  const { deletedAt: _, ...said } = change;
  const hash = requestHash({ type, base, ...said });
  return inTransaction<Subset, Failure>(async (tx) => {
    await lockSubsetNames(tx, workspaceId);
    await lockSubset(tx, id);
    const before = shownSubset((await findSubsetById(tx, id))!);
    const version = await checkVersionOf(tx, before, { base, hash });
    if (!version.ok) return version;
    if (version.value === 'repeated') return ok(before);
    if (before.deletedAt && type === 'subset_changed') return deleted(before);
    const isNamed = change.name !== undefined || type === 'subset_restored';
    const namesake = isNamed ? await findSubset(tx, workspaceId, change.name ?? before.name) : null;
    if (namesake && namesake.id !== id) return subsetNameTaken(namesake);
    await updateSubset(tx, id, { ...change, now: context.now });
    const after = shownSubset((await findSubsetById(tx, id))!);
    await insertWorkspaceEvent(tx, {
      workspaceId,
      type,
      subjectId: id,
      before,
      after,
      requestHash: hash,
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(after);
  });
}

const deleted = (current: Subset): { ok: false; error: Failure } =>
  err({
    code: 'deleted',
    message: 'This subset was deleted. Restore it first; what you wrote was not saved.',
    current,
  });

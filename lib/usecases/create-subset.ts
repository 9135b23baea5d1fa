import 'server-only';
import {
  findSubset,
  findSubsetById,
  insertSubset,
  lockSubset,
  lockSubsetNames,
  shownSubset,
} from '@/lib/data/subsets';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { filterFromQuery } from '@/lib/domain/annotation-filter';
import { parseInput } from '@/lib/domain/parse-input';
import { canKeepSubsets } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { newSubsetSchema, type Subset } from '@/lib/domain/subset';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';
import { subsetNameTaken } from './subset-name-taken';

interface Created {
  subset: Subset;
  outcome: 'created' | 'unchanged';
}

/** Keeps a filter under a name. The same request with the same id again changes nothing. */
export async function createSubset(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<Created, Failure>> {
  const access = await requireWorkspace(context, input.slug, canKeepSubsets);
  if (!access.ok) return access;
  const body = parseInput(newSubsetSchema, input.body);
  if (!body.ok) return body;
  const filter = filterFromQuery(body.value.filter);
  if (!filter.ok) return filter;
  const { name, note } = body.value;
  const id = body.value.id ?? context.newId();
  const workspaceId = access.value.workspace.id;
  const hash = requestHash({ name, note, filter: filter.value });
  return inTransaction<Created, Failure>(async (tx) => {
    await lockSubsetNames(tx, workspaceId);
    const known = await lockSubset(tx, id);
    if (known) {
      if (known.workspaceId !== workspaceId || known.requestHash !== hash) return idTaken;
      return ok({ subset: shownSubset((await findSubsetById(tx, id))!), outcome: 'unchanged' });
    }
    const namesake = await findSubset(tx, workspaceId, name);
    if (namesake) return subsetNameTaken(namesake);
    const authorId = context.actor.userId;
    await insertSubset(tx, {
      ...{ id, workspaceId, name, note, authorId },
      filter: filter.value,
      requestHash: hash,
      now: context.now,
    });
    const subset = shownSubset((await findSubsetById(tx, id))!);
    await insertWorkspaceEvent(tx, {
      workspaceId,
      type: 'subset_made',
      subjectId: id,
      before: null,
      after: subset,
      requestHash: hash,
      actorId: authorId,
      now: context.now,
    });
    return ok({ subset, outcome: 'created' });
  });
}

const idTaken = err({
  code: 'id_taken',
  message: 'There is another subset of this id. Nothing was saved.',
});

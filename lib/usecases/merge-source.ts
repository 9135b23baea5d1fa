import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { findShownSource, findSource, requireRegisteredSource } from '@/lib/data/sources';
import { lockSources, mergeInto } from '@/lib/data/source-merges';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { checkMerge } from '@/lib/domain/merge-check';
import { parseInput } from '@/lib/domain/parse-input';
import { canCurate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { mergeSourceSchema, type RegisteredSource } from '@/lib/domain/source';
import { requireSource } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

const itself = err({ code: 'same_source', message: 'A source cannot be merged into itself.' });

/**
 * Merges a source into another one, which stands for both from now on. Nothing is lost: the merged one keeps its row, its
 * names, its affiliations and what was recorded under it, so that {@link unmergeSource} gives it all back. Merged into
 * what was merged itself, it goes to the one that stands for that. A repeated request changes nothing.
 */
export async function mergeSource(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<RegisteredSource, Failure>> {
  const access = await requireSource(context, input.id, canCurate);
  if (!access.ok) return access;
  const body = parseInput(mergeSourceSchema, input.body);
  if (!body.ok) return body;
  const { sourceId, workspace } = access.value;
  if (body.value.into === sourceId) return itself;
  const named = await findShownSource(databaseFor(access.value), workspace.id, body.value.into);
  if (!named)
    return err({ code: 'unknown_source', message: 'The source to merge into is not in this workspace.' });
  const changed = await inTransaction<RegisteredSource, Failure>(async (tx) => {
    await lockSources(tx, [sourceId, named.id, ...(named.survivorId ? [named.survivorId] : [])]);
    // As they are now that nobody else changes them.
    const source = (await findSource(tx, workspace.id, sourceId))!;
    const target = (await findSource(tx, workspace.id, named.id))!;
    const into = target.survivorId ? (await findSource(tx, workspace.id, target.survivorId))! : target;
    if (source.survivorId === into.id) return ok(await requireRegisteredSource(tx, into.id));
    const allowed = checkMerge(source, into);
    if (!allowed.ok) return allowed;
    await mergeInto(tx, source.id, into.id);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'source_merged',
      subjectId: source.id,
      before: { name: source.name },
      after: { name: source.name, mergedInto: into.id, into: into.name },
      requestHash: requestHash({ merge: source.id, into: into.id }),
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(await requireRegisteredSource(tx, into.id));
  });
  return asSeenBy(access.value, changed, (db, { id }) => requireRegisteredSource(db, id));
}

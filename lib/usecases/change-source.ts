import 'server-only';
import { listOwnAliases } from '@/lib/data/shown-sources';
import {
  findNamesake,
  findSource,
  replaceAliases,
  requireRegisteredSource,
  type SourceRow,
  updateSource,
} from '@/lib/data/sources';
import { lockSources } from '@/lib/data/source-merges';
import { hasWorkspaceEventOf, insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { foldedName } from '@/lib/domain/folded-name';
import { parseInput } from '@/lib/domain/parse-input';
import { canCurate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import {
  belongsToArticle,
  type PatchSource,
  patchSourceSchema,
  type RegisteredSource,
} from '@/lib/domain/source';
import { requireSource } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { nameTaken } from './name-taken';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

interface Fields {
  name: string;
  type: SourceRow['type'];
  aliases: readonly string[];
}

/**
 * Gives a source another name, type or other names. Annotations show the new name from then on; what their history holds
 * stays as it was. A repeated request is answered with what is there.
 */
export async function changeSource(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined; body: unknown },
): Promise<Result<RegisteredSource, Failure>> {
  const access = await requireSource(context, input.id, canCurate);
  if (!access.ok) return access;
  const body = parseInput(patchSourceSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const { sourceId, workspace } = access.value;
  const hash = requestHash({ patch: sourceId, base: base.value, ...body.value });
  const changed = await inTransaction<RegisteredSource, Failure>(async (tx) => {
    await lockSources(tx, [sourceId]);
    const source = (await findSource(tx, workspace.id, sourceId))!;
    if (source.survivorId)
      return err({
        code: 'merged',
        message: `“${source.name}” has been merged into another source. Change that one, or un-merge it first.`,
        survivorId: source.survivorId,
      });
    if (source.version !== base.value) {
      const current = await requireRegisteredSource(tx, sourceId);
      if (await hasWorkspaceEventOf(tx, sourceId, hash)) return ok(current);
      return err({
        code: 'stale_version',
        message:
          'Somebody changed this source in the meantime. Nothing was overwritten: look at it and try again.',
        current,
      });
    }
    const before: Fields = {
      name: source.name,
      type: source.type,
      aliases: await listOwnAliases(tx, sourceId),
    };
    const after = fieldsAfter(before, body.value);
    if (belongsToArticle(after.type) !== belongsToArticle(before.type))
      return err({
        code: 'never_pooled',
        message:
          'Unnamed sources and authors belong to their article. Change the attribution of the annotation instead.',
      });
    const namesake = await findNamesake(tx, workspace.id, { ...source, type: after.type }, after.name);
    if (namesake) return nameTaken(namesake);
    await updateSource(tx, sourceId, { ...after, version: source.version + 1 });
    await replaceAliases(tx, sourceId, after.aliases);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'source_changed',
      subjectId: sourceId,
      before: { ...before, aliases: [...before.aliases] },
      after: { ...after, aliases: [...after.aliases] },
      requestHash: hash,
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(await requireRegisteredSource(tx, sourceId));
  });
  return asSeenBy(access.value, changed, (db, { id }) => requireRegisteredSource(db, id));
}

/** A source that gets another name is still known by the old one, unless its other names are given with it. */
function fieldsAfter(before: Fields, patch: PatchSource): Fields {
  const { name = before.name, type = before.type } = patch;
  const isRenamed = foldedName(name) !== foldedName(before.name);
  const aliases = patch.aliases ?? [...before.aliases, ...(isRenamed ? [before.name] : [])];
  const others = aliases.filter(
    (alias, i) =>
      foldedName(alias) !== foldedName(name) &&
      aliases.findIndex((other) => foldedName(other) === foldedName(alias)) === i,
  );
  return { name, type, aliases: others };
}

import 'server-only';
import { database } from '@/lib/data/database';
import { insertScaleVersion, listScaleVersions } from '@/lib/data/likelihood-scales';
import { newScaleSchema, type ShownScale } from '@/lib/domain/likelihood-scale';
import { parseInput } from '@/lib/domain/parse-input';
import { canVerify } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/**
 * Adds a version to the workspace's own scale, which is the one in force from now on. Earlier versions stay: what was
 * scored with them can be scored again. Refused when somebody else has added one since `basedOn` was seen.
 */
export async function saveLikelihoodScale(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<ShownScale, Failure>> {
  const access = await requireWorkspace(context, input.slug, canVerify);
  if (!access.ok) return access;
  const parsed = parseInput(newScaleSchema, input.body);
  if (!parsed.ok) return parsed;
  const { basedOn, ...scale } = parsed.value;
  const workspaceId = access.value.workspace.id;
  const db = database();
  const [current] = await listScaleVersions(db, workspaceId);
  const isSeen = (current?.version ?? 0) === basedOn;
  const row = {
    ...scale,
    workspaceId,
    version: basedOn + 1,
    authorId: context.actor.userId,
    now: context.now,
  };
  const isAdded = isSeen && (await insertScaleVersion(db, row));
  const [latest] = await listScaleVersions(db, workspaceId);
  if (isAdded) return ok(latest!);
  return err({
    code: 'stale_version',
    message:
      'Somebody else has changed the scale meanwhile. Nothing of yours was saved; look at their version and change it again.',
    current: latest ?? null,
  });
}

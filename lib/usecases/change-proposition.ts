import 'server-only';
import { lockProposition, requireStoredProposition, updateProposition } from '@/lib/data/propositions';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { Proposition } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { WorkspaceEventType } from '@/lib/domain/vocabulary';
import type { WorkspaceAccess } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { checkVersionOf } from './proposition-version';
import { requestHash } from './request-hash';

/** Changes a proposition on the version that was seen, with its history. */
export async function changeProposition(
  context: Context,
  access: WorkspaceAccess & { id: string },
  request: {
    type: WorkspaceEventType;
    base: number;
    change: { words?: string; deletedAt?: Date | null };
    refuse?: (before: Proposition) => { ok: false; error: Failure } | null;
  },
): Promise<Result<Proposition, Failure>> {
  const { id, workspace } = access;
  const hash = requestHash({ type: request.type, base: request.base, words: request.change.words });
  const changed = await inTransaction<Proposition, Failure>(async (tx) => {
    await lockProposition(tx, id);
    const before = await requireStoredProposition(tx, id);
    const version = await checkVersionOf(tx, before, { base: request.base, hash });
    if (!version.ok) return version;
    if (version.value === 'repeated') return ok(before);
    const refused = request.refuse?.(before);
    if (refused) return refused;
    await updateProposition(tx, id, { ...request.change, now: context.now });
    const after = await requireStoredProposition(tx, id);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: request.type,
      subjectId: id,
      before,
      after,
      requestHash: hash,
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(after);
  });
  return asSeenBy(access, changed, (db) => requireStoredProposition(db, id));
}

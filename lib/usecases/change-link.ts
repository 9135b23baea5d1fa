import 'server-only';
import type { Prisma } from '@/lib/data/database';
import {
  lockLink,
  type MadeByConfirming,
  requireStoredLink,
  type StoredLink,
  updateLink,
} from '@/lib/data/proposition-links';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { canDecideLink } from '@/lib/domain/policy';
import type { PropositionLink } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { LinkState, WorkspaceEventType } from '@/lib/domain/vocabulary';
import type { WorkspaceAccess } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireOfPropositions } from './proposition-access';
import { checkVersionOf } from './proposition-version';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

const EVENT: Record<LinkState, WorkspaceEventType> = {
  confirmed: 'link_confirmed',
  rejected: 'link_rejected',
  proposed: 'link_reopened',
};

/**
 * Decides on a link, on the version that was seen: confirmed, rejected, or open again. `apply` does what goes with it in
 * the same transaction and answers what a later reopening has to take back. A link that stands so already stays as it is.
 */
export async function changeLink(
  context: Context,
  input: { id: string; ifMatch?: string | null },
  state: LinkState,
  apply: (
    tx: Prisma.TransactionClient,
    held: { link: StoredLink; access: WorkspaceAccess },
  ) => Promise<Result<MadeByConfirming | null, Failure>>,
): Promise<Result<PropositionLink, Failure>> {
  const access = await requireOfPropositions(context, 'proposition_link', input.id, canDecideLink);
  if (!access.ok) return access;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const { id, workspace } = access.value;
  const hash = requestHash({ state, base: base.value });
  const changed = await inTransaction<PropositionLink, Failure>(async (tx) => {
    const link = await lockLink(tx, id);
    const before = await requireStoredLink(tx, id);
    if (before.state === state) return ok(before);
    const version = await checkVersionOf(tx, before, { base: base.value, hash });
    if (!version.ok) return version;
    if (version.value === 'repeated') return ok(before);
    const made = await apply(tx, { link: link!, access: access.value });
    if (!made.ok) return made;
    const isDecided = state !== 'proposed';
    await updateLink(tx, id, {
      state,
      decidedById: isDecided ? context.actor.userId : null,
      decidedAt: isDecided ? context.now : null,
      made: made.value,
    });
    const after = await requireStoredLink(tx, id);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: EVENT[state],
      subjectId: id,
      before,
      after,
      requestHash: hash,
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(after);
  });
  return asSeenBy(access.value, changed, (db) => requireStoredLink(db, id));
}

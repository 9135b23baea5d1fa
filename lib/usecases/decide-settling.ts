import 'server-only';
import { findSettling, updateSettling } from '@/lib/data/settling-proposals';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { canDecideLink } from '@/lib/domain/policy';
import type { SettlingProposal } from '@/lib/domain/proposition';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireOfPropositions } from './proposition-access';
import { requestHash } from './request-hash';

/** Dismisses what may settle a prediction, or takes that back. What stands so already stays as it is. */
export async function decideSettling(
  context: Context,
  id: string,
  state: 'proposed' | 'dismissed',
): Promise<Result<SettlingProposal, Failure>> {
  const access = await requireOfPropositions(context, 'settling_proposal', id, canDecideLink);
  if (!access.ok) return access;
  const { workspace } = access.value;
  return inTransaction<SettlingProposal, Failure>(async (tx) => {
    const { actor, now } = context;
    const isChanged = await updateSettling(tx, access.value.id, { state, userId: actor.userId, now });
    const proposal = await findSettling(tx, access.value.id);
    if (!proposal) return gone;
    if (isChanged)
      await insertWorkspaceEvent(tx, {
        workspaceId: workspace.id,
        type: state === 'dismissed' ? 'settling_dismissed' : 'settling_restored',
        subjectId: proposal.id,
        before: null,
        after: { state, annotationId: proposal.annotationId },
        requestHash: requestHash({ state }),
        actorId: actor.userId,
        now,
      });
    return ok(proposal);
  });
}

const gone = err({
  code: 'not_found',
  message: 'There is no such proposal any more: its text or its prediction has changed. Nothing was changed.',
});

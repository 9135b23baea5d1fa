import 'server-only';
import {
  endMembership,
  findPropositionOf,
  lockGrouping,
  lockProposition,
  requireStoredProposition,
} from '@/lib/data/propositions';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { canGroup } from '@/lib/domain/policy';
import type { Proposition } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireOfPropositions } from './proposition-access';
import { requestHash } from './request-hash';

/** Takes an annotation out of a proposition. Of one that is not in it nothing is changed. */
export async function leaveProposition(
  context: Context,
  input: { id: string; annotationId: string },
): Promise<Result<Proposition, Failure>> {
  const access = await requireOfPropositions(context, 'proposition', input.id, canGroup);
  if (!access.ok) return access;
  const held = await requireAnnotation(context, input.annotationId, canGroup);
  if (!held.ok) return held;
  const { id, workspace } = access.value;
  const { annotationId } = held.value;
  const userId = context.actor.userId;
  const changed = await inTransaction<Proposition, Failure>(async (tx) => {
    await lockProposition(tx, id);
    await lockGrouping(tx, annotationId);
    if ((await findPropositionOf(tx, annotationId)) === id) {
      await endMembership(tx, { annotationId, userId, now: context.now });
      await insertWorkspaceEvent(tx, {
        workspaceId: workspace.id,
        type: 'proposition_left',
        subjectId: id,
        before: { annotationId, propositionId: id },
        after: null,
        requestHash: requestHash({ leaves: annotationId }),
        actorId: userId,
        now: context.now,
      });
    }
    return ok(await requireStoredProposition(tx, id));
  });
  return asSeenBy(access.value, changed, (db) => requireStoredProposition(db, id));
}

import 'server-only';
import {
  findPropositionOf,
  listShownAnnotationIds,
  lockProposition,
  requireStoredProposition,
} from '@/lib/data/propositions';
import { canGroup } from '@/lib/domain/policy';
import type { Proposition } from '@/lib/domain/proposition';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { joinMembers } from './join-members';
import { requireOfPropositions } from './proposition-access';
import { requestHash } from './request-hash';

/** What joining came to: `left` is the proposition that the annotation was in before, for an undo. */
export interface Joined {
  proposition: Proposition;
  left: string | null;
}

/** Puts an annotation into a proposition, out of the one that it was in. Again, it changes nothing. */
export async function joinProposition(
  context: Context,
  input: { id: string; annotationId: string },
): Promise<Result<Joined, Failure>> {
  const access = await requireOfPropositions(context, 'proposition', input.id, canGroup);
  if (!access.ok) return access;
  const held = await requireAnnotation(context, input.annotationId, canGroup);
  if (!held.ok) return held;
  const { id, workspace } = access.value;
  const { annotationId } = held.value;
  if (held.value.workspace.id !== workspace.id) return elsewhere;
  const changed = await inTransaction<Joined, Failure>(async (tx) => {
    await lockProposition(tx, id);
    const proposition = await requireStoredProposition(tx, id);
    if (proposition.deletedAt) return deleted(proposition);
    const shown = await listShownAnnotationIds(tx, workspace.id, [annotationId]);
    if (!shown.has(annotationId)) return elsewhere;
    const left = await findPropositionOf(tx, annotationId);
    await joinMembers(tx, context, {
      workspaceId: workspace.id,
      propositionId: id,
      annotationIds: [annotationId],
      hash: requestHash({ joins: annotationId }),
    });
    return ok({ proposition: await requireStoredProposition(tx, id), left: left === id ? null : left });
  });
  return asSeenBy(access.value, changed, async (db, joined) => ({
    ...joined,
    proposition: await requireStoredProposition(db, id),
  }));
}

const elsewhere = err({
  code: 'invalid_input',
  message:
    'Only annotations of this workspace’s shared layer that are not deleted can be grouped. Nothing was changed.',
});
const deleted = (current: Proposition) =>
  err({
    code: 'deleted',
    message: 'This proposition was deleted. Restore it first; nothing was changed.',
    current,
  });

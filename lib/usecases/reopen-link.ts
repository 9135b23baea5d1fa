import 'server-only';
import type { Prisma } from '@/lib/data/database';
import { database } from '@/lib/data/database';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { findStoredLink, isUsedElsewhere, type StoredLink, updateSide } from '@/lib/data/proposition-links';
import {
  endMembership,
  findPropositionOf,
  lockProposition,
  requireStoredProposition,
  updateProposition,
} from '@/lib/data/propositions';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { PropositionLink } from '@/lib/domain/proposition';
import { canDecideLink } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { firstStatusOf } from '@/lib/domain/vocabulary';
import { changeLink } from './change-link';
import type { Context } from './context';
import { deleteAnnotation } from './delete-annotation';
import { requireOfPropositions } from './proposition-access';
import { requestHash } from './request-hash';

/**
 * Takes a decision on a link back: it is a proposal again. What its confirmation made goes with it, unless somebody has
 * used it since; nothing else is touched.
 */
export async function reopenLink(
  context: Context,
  input: { id: string; ifMatch?: string | null },
): Promise<Result<PropositionLink, Failure>> {
  const access = await requireOfPropositions(context, 'proposition_link', input.id, canDecideLink);
  if (!access.ok) return access;
  const made = (await findStoredLink(database(), access.value.id))?.made;
  const reopened = await changeLink(
    context,
    input,
    'proposed',
    async (tx, { link, access: { workspace } }) => {
      await takeBack(tx, context, link, workspace.id);
      return ok(null);
    },
  );
  if (reopened.ok) for (const id of made?.annotations ?? []) await deleteUnused(context, id);
  return reopened;
}

async function takeBack(
  tx: Prisma.TransactionClient,
  context: Context,
  link: StoredLink,
  workspaceId: string,
): Promise<void> {
  const { made } = link;
  if (!made) return;
  for (const one of link.sides) {
    const isOwn = one.propositionId !== null && made.propositions.includes(one.propositionId);
    const isMarked = one.annotationId !== null && made.annotations.includes(one.annotationId);
    if (isOwn && !(await isUsedElsewhere(tx, one.propositionId!, link.id, made.members)))
      await deleteMade(tx, context, workspaceId, {
        propositionId: one.propositionId!,
        members: made.members,
      });
    // A side that was of an annotation or a passage is so again; a person's link between propositions stays one.
    if (one.annotationId !== null || one.revisionId !== null)
      await updateSide(tx, link.id, {
        side: one.side,
        propositionId: null,
        annotationId:
          isMarked || (one.revisionId !== null && one.annotationId !== null) ? null : one.annotationId,
      });
  }
}

async function deleteMade(
  tx: Prisma.TransactionClient,
  context: Context,
  workspaceId: string,
  { propositionId, members }: { propositionId: string; members: readonly string[] },
): Promise<void> {
  const { now, actor } = context;
  await lockProposition(tx, propositionId);
  const before = await requireStoredProposition(tx, propositionId);
  for (const annotationId of members)
    if ((await findPropositionOf(tx, annotationId)) === propositionId)
      await endMembership(tx, { annotationId, userId: actor.userId, now });
  await updateProposition(tx, propositionId, { deletedAt: now, now });
  await insertWorkspaceEvent(tx, {
    workspaceId,
    type: 'proposition_deleted',
    subjectId: propositionId,
    before,
    after: await requireStoredProposition(tx, propositionId),
    requestHash: requestHash({ reopened: propositionId }),
    actorId: actor.userId,
    now,
  });
}

/** A mark that only the confirmation has made; one that somebody has worked on stays. */
async function deleteUnused(context: Context, id: string): Promise<void> {
  const db = database();
  const annotation = await requireStoredAnnotation(db, id);
  const isUntouched =
    annotation.version === 1 &&
    annotation.status === firstStatusOf(annotation.kind) &&
    annotation.discussion.comments === 0 &&
    (await findPropositionOf(db, id)) === null;
  if (isUntouched && !annotation.deletedAt) await deleteAnnotation(context, { id, ifMatch: '1' });
}

import 'server-only';
import type { Prisma } from '@/lib/data/database';
import { findPropositionOf, insertMember, lockGrouping } from '@/lib/data/propositions';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { Context } from './context';

/**
 * Puts annotations into a proposition, each out of the one it was in, and writes that down. Answers those that were not
 * in it before. Locks in the order of the ids, so that two who group the same ones do not wait for each other.
 */
export async function joinMembers(
  tx: Prisma.TransactionClient,
  context: Context,
  {
    workspaceId,
    propositionId,
    annotationIds,
    hash,
  }: { workspaceId: string; propositionId: string; annotationIds: readonly string[]; hash: string },
): Promise<string[]> {
  const joined: string[] = [];
  const userId = context.actor.userId;
  for (const annotationId of [...annotationIds].sort()) {
    await lockGrouping(tx, annotationId);
    if ((await findPropositionOf(tx, annotationId)) === propositionId) continue;
    const { left } = await insertMember(tx, { annotationId, propositionId, userId, now: context.now });
    joined.push(annotationId);
    await insertWorkspaceEvent(tx, {
      workspaceId,
      type: 'proposition_joined',
      subjectId: propositionId,
      before: left ? { annotationId, propositionId: left } : null,
      after: { annotationId, propositionId },
      requestHash: hash,
      actorId: userId,
      now: context.now,
    });
  }
  return joined;
}

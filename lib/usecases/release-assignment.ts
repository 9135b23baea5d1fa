import 'server-only';
import { type AssignmentRow, findAssignment, updateReleased } from '@/lib/data/assignments';
import { lockCampaign } from '@/lib/data/campaigns';
import { withdrawArticleAssigned } from '@/lib/data/notifications';
import { findOwnPass } from '@/lib/data/passes';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type Released, releaseSchema } from '@/lib/domain/campaign';
import { parseInput } from '@/lib/domain/parse-input';
import { canReleaseAssignment } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAssignmentFor } from './campaign-access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

/**
 * Gives an article back, or takes it from somebody, so that others can have its place. A pass that was begun stays, and
 * with it all that is marked; what was submitted is done and is not given back. Doing it again changes nothing.
 */
export async function releaseAssignment(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<Released, Failure>> {
  const access = await requireAssignmentFor(context, input.id, canReleaseAssignment);
  if (!access.ok) return access;
  const body = parseInput(releaseSchema, input.body);
  if (!body.ok) return body;
  const { assignment: seen, workspace } = access.value;
  const { actor, now } = context;
  return inTransaction<Released, Failure>(async (tx) => {
    await lockCampaign(tx, seen.campaignId);
    const assignment = (await findAssignment(tx, seen.id))!;
    if (assignment.release) return ok(releasedFrom(assignment));
    // Whether somebody else has submitted is not told to whoever annotates the article blind.
    const isOwn = assignment.annotatorId === actor.userId;
    if (!isOwn && (await findOwnPass(tx, assignment.articleId, actor.userId))?.state === 'open') return blind;
    if (assignment.isSubmitted) return submitted;
    const release = isOwn ? 'given_back' : 'withdrawn';
    const { articleId, annotatorId, campaignId } = assignment;
    await updateReleased(tx, { id: assignment.id, release, reason: body.value.reason, now });
    await withdrawArticleAssigned(tx, { campaignId, articleId, userId: annotatorId });
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'assignment_released',
      subjectId: campaignId,
      before: { id: assignment.id, articleId, annotatorId },
      after: { release, reason: body.value.reason },
      requestHash: requestHash({ release: assignment.id, ...body.value }),
      actorId: actor.userId,
      now,
    });
    return ok(releasedFrom((await findAssignment(tx, assignment.id))!));
  });
}

const releasedFrom = ({ id, release, reason, releasedAt }: AssignmentRow): Released => ({
  id,
  release: release!,
  reason,
  releasedAt: releasedAt!,
});

const blind = err({
  code: 'pass_open',
  message:
    'You are annotating this article blind yourself. Nothing was changed: submit your pass first, or ask another editor to take it back.',
});
const submitted = err({
  code: 'pass_submitted',
  message: 'This article is annotated and submitted: there is nothing to give back.',
});

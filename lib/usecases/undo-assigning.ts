import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { listUndone, undoGiven } from '@/lib/data/assignments';
import { lockCampaign } from '@/lib/data/campaigns';
import { withdrawAssigned } from '@/lib/data/notifications';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type AssigningUndone, undoAssigningSchema } from '@/lib/domain/campaign';
import { parseInput } from '@/lib/domain/parse-input';
import { canRunCampaigns } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireCampaignFor } from './campaign-access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

/**
 * Undoes that the actor gave out articles, where nobody has begun: the places are free, and whoever had them may get them
 * again. Doing it again changes nothing.
 */
export async function undoAssigning(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<AssigningUndone, Failure>> {
  const access = await requireCampaignFor(context, input.id, canRunCampaigns);
  if (!access.ok) return access;
  const body = parseInput(undoAssigningSchema, input.body);
  if (!body.ok) return body;
  const { campaignId, workspace } = access.value;
  const { actor, now } = context;
  const given = { campaignId, assignedById: actor.userId, ids: body.value.assignmentIds };
  const told: string[] = [];
  const undone = await inTransaction<AssigningUndone, Failure>(async (tx) => {
    await lockCampaign(tx, campaignId);
    const assignments = await undoGiven(tx, { ...given, now });
    if (assignments.length > 0) {
      await withdrawAssigned(
        tx,
        assignments.map(({ id }) => id),
      );
      await insertWorkspaceEvent(tx, {
        workspaceId: workspace.id,
        type: 'assigning_undone',
        subjectId: campaignId,
        before: { assignments: assignments.map((assignment) => ({ ...assignment })) },
        after: null,
        requestHash: requestHash({ undo: campaignId, ...body.value }),
        actorId: actor.userId,
        now,
      });
      told.push(...new Set(assignments.map(({ annotatorId }) => annotatorId)));
    }
    const done = new Set(await listUndone(tx, given));
    return ok({ undone: [...done], kept: given.ids.filter((id) => !done.has(id)) });
  });
  if (undone.ok) announceNotices(told);
  return undone;
}

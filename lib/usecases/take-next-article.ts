import 'server-only';
import { findNextArticle, insertAssignments, listOwnAssignments } from '@/lib/data/assignments';
import { listCampaignsOfAnnotator, lockCampaign } from '@/lib/data/campaigns';
import type { Database } from '@/lib/data/database';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { NextArticle, OwnAssignment } from '@/lib/domain/campaign';
import { parseInput } from '@/lib/domain/parse-input';
import { emptyBodySchema } from '@/lib/domain/pass';
import { canSubmitPass } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireCampaignFor } from './campaign-access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { letPlacesExpire } from './let-places-expire';
import { requestHash } from './request-hash';

const HOUR = 3_600_000;

/**
 * The article of a campaign that the actor annotates next: one of theirs that is not submitted yet, so that a repeated
 * request takes nothing more; else, from the pool, the one nearest to having all its annotators. However many ask at once,
 * no article gets more people than the campaign asks for: they wait for each other at the campaign's row.
 */
export async function takeNextArticle(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<NextArticle, Failure>> {
  const access = await requireCampaignFor(context, input.id, canSubmitPass);
  if (!access.ok) return access;
  const body = parseInput(emptyBodySchema, input.body ?? {});
  if (!body.ok) return body;
  const { campaignId, workspace } = access.value;
  const { actor, now } = context;
  return inTransaction<NextArticle, Failure>(async (tx) => {
    const campaign = (await lockCampaign(tx, campaignId))!;
    if (campaign.state === 'closed') return closed;
    await letPlacesExpire(tx, context, { campaignId, annotatorIds: [actor.userId] });
    const held = await firstUnsubmitted(tx, context, campaignId);
    if (held) return ok({ outcome: 'held', assignment: held });
    if (campaign.mode === 'list') return none;
    const own = await listCampaignsOfAnnotator(tx, { campaignIds: [campaignId], userId: actor.userId });
    if (!own.has(campaignId)) return notAnnotator;
    const articleId = await findNextArticle(tx, { campaignId, annotatorId: actor.userId, now });
    if (articleId === null) return none;
    const expiresAt = campaign.holdHours ? new Date(now.getTime() + campaign.holdHours * HOUR) : null;
    const place = { id: context.newId(), articleId, annotatorId: actor.userId };
    const given = { campaignId, origin: 'pool' as const, assignedById: actor.userId, now, expiresAt };
    await insertAssignments(tx, given, [place]);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'article_taken',
      subjectId: campaignId,
      before: null,
      after: { ...place },
      requestHash: requestHash({ next: campaignId, of: actor.userId }),
      actorId: actor.userId,
      now,
    });
    const assignment = await firstUnsubmitted(tx, context, campaignId);
    return assignment ? ok({ outcome: 'taken', assignment }) : none;
  });
}

async function firstUnsubmitted(
  tx: Database,
  { actor, now }: Context,
  campaignId: string,
): Promise<OwnAssignment | null> {
  const [first] = await listOwnAssignments(tx, { userId: actor.userId, now, campaignId, limit: 1 });
  return first && first.state !== 'submitted' ? first : null;
}

const none = ok({ outcome: 'none' as const, assignment: null });

const closed = err({
  code: 'campaign_closed',
  message: 'This campaign is closed: it gives out no more articles.',
});
const notAnnotator = err({
  code: 'not_an_annotator',
  message: 'You are not among the annotators of this campaign. Ask an editor to add you.',
});

import 'server-only';
import { listOwnAssignments, listWorkloads, progressOfCampaigns } from '@/lib/data/assignments';
import { listCampaignsOfAnnotator, requireCampaign } from '@/lib/data/campaigns';
import { databaseFor } from '@/lib/data/blind-reading';
import type { ShownCampaign } from '@/lib/domain/campaign';
import { canRead, canRunCampaigns } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireCampaignFor } from './campaign-access';
import type { Context } from './context';

/** So many of one's own articles in a campaign are shown: those that wait come first. */
const MOST_OWN = 500;

/**
 * A campaign: what it asks for and one's own articles in it; for those who run campaigns also who has how much and how far
 * they are. How much anybody has marked is told to nobody.
 */
export async function showCampaign(
  context: Context,
  input: { id: string },
): Promise<Result<ShownCampaign, Failure>> {
  const access = await requireCampaignFor(context, input.id, canRead);
  if (!access.ok) return access;
  const { campaignId, standing } = access.value;
  const { userId } = context.actor;
  const db = databaseFor(access.value);
  const viewing = { userId, now: context.now };
  const runs = canRunCampaigns(standing);
  const [campaign, own, mine, progress, workload] = await Promise.all([
    requireCampaign(db, campaignId),
    listCampaignsOfAnnotator(db, { campaignIds: [campaignId], userId }),
    listOwnAssignments(db, { ...viewing, campaignId, limit: MOST_OWN }),
    runs ? progressOfCampaigns(db, { ...viewing, campaignIds: [campaignId] }) : null,
    runs ? listWorkloads(db, { ...viewing, campaignId }) : null,
  ]);
  return ok({
    ...campaign,
    isAnnotator: own.has(campaignId),
    mine,
    progress: progress?.get(campaignId) ?? null,
    workload,
  });
}

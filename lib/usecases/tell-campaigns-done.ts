import 'server-only';
import { isBlindInCampaign, isCampaignDone } from '@/lib/data/assignments';
import { listCampaignArticleIds, lockCampaign } from '@/lib/data/campaigns';
import type { Database } from '@/lib/data/database';
import { insertNotifications } from '@/lib/data/notifications';
import type { Context } from './context';
import { requestHash } from './request-hash';

/**
 * Tells whoever made a campaign that all of it is submitted; once, unless it has got more articles or asks for more people
 * since. The campaigns are locked by whoever calls. Answers who was told.
 */
export async function tellCampaignsDone(
  tx: Database,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  { workspaceId, campaignIds }: { workspaceId: string; campaignIds: readonly string[] },
): Promise<string[]> {
  const told: string[] = [];
  for (const campaignId of campaignIds) {
    if (!(await isCampaignDone(tx, campaignId))) continue;
    const { createdById, annotatorsPerArticle } = (await lockCampaign(tx, campaignId))!;
    if (createdById === actor.userId) continue;
    // That others have submitted would tell them before they have.
    if (await isBlindInCampaign(tx, { campaignId, userId: createdById })) continue;
    const articles = (await listCampaignArticleIds(tx, campaignId)).sort();
    const id = idFrom(requestHash({ done: campaignId, articles, annotatorsPerArticle }));
    await insertNotifications(tx, { workspaceId, campaignId, actorId: null, now }, [
      { id, userId: createdById, kind: 'campaign_done' },
    ]);
    told.push(createdById);
  }
  return told;
}

/** A UUID of version 8 (RFC 9562) made of a hash, so that the same is told once. */
const idFrom = (hash: string): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;

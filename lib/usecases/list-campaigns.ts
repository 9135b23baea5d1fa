import 'server-only';
import { z } from 'zod';
import { progressOfCampaigns } from '@/lib/data/assignments';
import { listCampaignRows, listCampaignsOfAnnotator } from '@/lib/data/campaigns';
import { databaseFor } from '@/lib/data/blind-reading';
import { campaignQuerySchema, type ListedCampaign } from '@/lib/domain/campaign';
import { uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead, canRunCampaigns } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { CAMPAIGN_STATES } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** The campaigns of a workspace, open ones first, the newest first; for those who run them with how far they are. */
export async function listCampaigns(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<ListedCampaign>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(campaignQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, state = null } = query.value;
  const after = keysFromCursor(cursor, z.tuple([z.enum(CAMPAIGN_STATES), instantSchema, uuidSchema]));
  if (!after.ok) return after;
  const db = databaseFor(access.value);
  const { userId } = context.actor;
  const workspaceId = access.value.workspace.id;
  const rows = await listCampaignRows(db, { workspaceId, state, limit, after: after.value });
  const page = pageFrom(rows, limit, (campaign) => [campaign.state, campaign.createdAt, campaign.id]);
  const campaignIds = page.items.map(({ id }) => id);
  const own = await listCampaignsOfAnnotator(db, { campaignIds, userId });
  const progress = canRunCampaigns(access.value.standing)
    ? await progressOfCampaigns(db, { campaignIds, userId, now: context.now })
    : null;
  const items = page.items.map((campaign) => ({
    ...campaign,
    isAnnotator: own.has(campaign.id),
    progress: progress?.get(campaign.id) ?? null,
  }));
  return ok({ items, nextCursor: page.nextCursor });
}

import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { findCampaignNames } from '@/lib/data/campaign-names';
import { listWorkspaceEvents } from '@/lib/data/workspace-events';
import {
  CAMPAIGN_EVENT_TYPES,
  type CampaignEvent,
  campaignEventFrom,
  idsInCampaignEvents,
  type StoredCampaignEvent,
} from '@/lib/domain/campaign-history';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRunCampaigns } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireCampaignFor } from './campaign-access';
import type { Context } from './context';

/** What happened to a campaign and to the places on its articles, the newest first: for those who run campaigns. */
export async function listCampaignHistory(
  context: Context,
  input: { id: string; query: unknown },
): Promise<Result<Page<CampaignEvent>, Failure>> {
  const access = await requireCampaignFor(context, input.id, canRunCampaigns);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const before = keysFromCursor(query.value.cursor, z.tuple([z.int().min(1)]));
  if (!before.ok) return before;
  const db = databaseFor(access.value);
  const rows = await listWorkspaceEvents(db, {
    workspaceId: access.value.workspace.id,
    subjectId: access.value.campaignId,
    types: CAMPAIGN_EVENT_TYPES,
    limit: query.value.limit,
    before: before.value?.[0] ?? null,
  });
  const { items, nextCursor } = pageFrom(rows as StoredCampaignEvent[], query.value.limit, ({ id }) => [id]);
  const ids = idsInCampaignEvents(items);
  const names = await findCampaignNames(db, { ...ids, userId: context.actor.userId });
  return ok({ items: items.map((event) => campaignEventFrom(event, names)), nextCursor });
}

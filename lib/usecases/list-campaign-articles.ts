import 'server-only';
import { z } from 'zod';
import { listCampaignArticles as listRows } from '@/lib/data/assignments';
import { databaseFor } from '@/lib/data/blind-reading';
import type { CampaignArticle } from '@/lib/domain/campaign';
import { uuidSchema } from '@/lib/domain/ids';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema, placeSchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRunCampaigns } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireCampaignFor } from './campaign-access';
import type { Context } from './context';

/** The articles of a campaign in its order, each with who has it and how far they are: for those who run campaigns. */
export async function listCampaignArticles(
  context: Context,
  input: { id: string; query: unknown },
): Promise<Result<Page<CampaignArticle>, Failure>> {
  const access = await requireCampaignFor(context, input.id, canRunCampaigns);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor } = query.value;
  const after = keysFromCursor(cursor, z.tuple([placeSchema, uuidSchema]));
  if (!after.ok) return after;
  const rows = await listRows(databaseFor(access.value), {
    campaignId: access.value.campaignId,
    limit,
    after: after.value,
    userId: context.actor.userId,
    now: context.now,
  });
  return ok(pageFrom(rows, limit, ({ position, article }) => [position, article.id]));
}

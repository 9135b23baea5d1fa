import 'server-only';
import { z } from 'zod';
import { listCampaignArticleIds } from '@/lib/data/campaigns';
import { snapshotFor } from '@/lib/data/blind-reading';
import { listArticlesWithPasses } from '@/lib/data/revealed-passes';
import {
  adjudicationQuerySchema,
  type ListedAdjudication,
} from '@/lib/domain/adjudication/adjudication-schema';
import { progressOf } from '@/lib/domain/adjudication/adjudication-unit';
import { uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import { mayAdjudicate } from './adjudication-access';
import { readUnits } from './adjudication-units';
import type { Context } from './context';

const keysSchema = z.tuple([instantSchema, uuidSchema]);

/**
 * The articles on which passes were revealed, those with the latest reveal first, and how much of each waits for a decision.
 * Those that the actor annotates blind are left out.
 */
export async function listAdjudication(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<ListedAdjudication>, Failure>> {
  const access = await requireWorkspace(context, input.slug, mayAdjudicate);
  if (!access.ok) return access;
  const query = parseInput(adjudicationQuerySchema, input.query);
  if (!query.ok) return query;
  const before = keysFromCursor(query.value.cursor, keysSchema);
  if (!before.ok) return before;
  const { limit, articles, campaign } = query.value;
  const { userId } = context.actor;
  return snapshotFor(access.value, async (tx) => {
    const inCampaign = campaign === undefined ? null : await listCampaignArticleIds(tx, campaign);
    const rows = await listArticlesWithPasses(tx, {
      workspaceId: access.value.workspace.id,
      userId,
      articleIds:
        articles && inCampaign ? articles.filter((id) => inCampaign.includes(id)) : (articles ?? inCampaign),
      limit,
      before: before.value,
    });
    const page = pageFrom(rows, limit, ({ revealedAt, articleId }) => [revealedAt, articleId]);
    const revisions = await readUnits(tx, {
      articleIds: page.items.map(({ articleId }) => articleId),
      userId,
    });
    const items = page.items.map((article) => {
      const own = revisions.filter(({ articleId }) => articleId === article.articleId);
      const units = own.flatMap((revision) => revision.units);
      return {
        ...article,
        annotators: own.flatMap(({ passes }) => passes.map(({ annotator }) => annotator)),
        progress: progressOf(units),
        disagreements: units.filter(({ state }) => state === 'disagreement').length,
      };
    });
    return ok({ items, nextCursor: page.nextCursor });
  });
}

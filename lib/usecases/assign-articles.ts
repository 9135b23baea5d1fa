import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import {
  type ArticlePlaces,
  insertAssignments,
  listArticlePlaces,
  listWorkloads,
} from '@/lib/data/assignments';
import {
  type CampaignRow,
  listCampaignAnnotatorIds,
  listNonAnnotators,
  lockCampaign,
} from '@/lib/data/campaigns';
import type { Database } from '@/lib/data/database';
import { insertNotifications } from '@/lib/data/notifications';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import {
  type Assigned,
  type Assign,
  type Assignment,
  assignSchema,
  type SkipReason,
} from '@/lib/domain/campaign';
import { evenSpread, type SpreadPair } from '@/lib/domain/even-spread';
import { parseInput } from '@/lib/domain/parse-input';
import { canRunCampaigns } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireCampaignFor } from './campaign-access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { letPlacesExpire } from './let-places-expire';
import { requestHash } from './request-hash';

/**
 * Gives articles of a campaign to its annotators: those named, or all free places shared out evenly. Whoever has annotated
 * an article, or has it, does not get it again, and no article gets more people than the campaign asks for: so the same
 * request again gives nothing more. Whoever got something is told.
 */
export async function assignArticles(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<Assigned, Failure>> {
  const access = await requireCampaignFor(context, input.id, canRunCampaigns);
  if (!access.ok) return access;
  const body = parseInput(assignSchema, input.body);
  if (!body.ok) return body;
  const { campaignId, workspace } = access.value;
  const { actor, now } = context;
  const assigned = await inTransaction<Assigned, Failure>(async (tx) => {
    const campaign = (await lockCampaign(tx, campaignId))!;
    if (campaign.state === 'closed') return closed;
    const annotatorIds = await listAnnotatorsNow(tx, workspace.id, campaignId);
    await letPlacesExpire(tx, context, { campaignId, annotatorIds });
    const articles = await listArticlePlaces(tx, { campaignId, userId: actor.userId, now });
    const { wanted, skipped } =
      'spread' in body.value
        ? {
            wanted: await spread(tx, context, campaign, { articles, annotatorIds, seed: body.value.seed }),
            skipped: [],
          }
        : chosen(body.value.assignments, { campaign, articles, annotatorIds });
    const made = await insertAssignments(
      tx,
      { campaignId, origin: 'list', assignedById: actor.userId, now, expiresAt: null },
      wanted.map((pair) => ({ id: context.newId(), ...pair })),
    );
    if (made.length > 0)
      await record(tx, context, { campaignId, workspaceId: workspace.id, made, body: body.value });
    const got = new Set(made.map(keyOf));
    const late = wanted
      .filter((pair) => !got.has(keyOf(pair)))
      .map((pair) => ({ ...pair, reason: 'has_it' as const }));
    const places = articles.reduce(
      (sum, { held }) => sum + Math.max(0, campaign.annotatorsPerArticle - held),
      0,
    );
    return ok({ made, skipped: [...skipped, ...late], free: places - made.length });
  });
  if (assigned.ok) announceNotices([...new Set(assigned.value.made.map(({ annotatorId }) => annotatorId))]);
  return assigned;
}

const keyOf = ({ articleId, annotatorId }: SpreadPair): string => `${articleId} ${annotatorId}`;

/** The campaign's annotators who still may annotate. */
async function listAnnotatorsNow(tx: Database, workspaceId: string, campaignId: string): Promise<string[]> {
  const named = await listCampaignAnnotatorIds(tx, campaignId);
  const gone = new Set(await listNonAnnotators(tx, workspaceId, named));
  return named.filter((id) => !gone.has(id));
}

async function spread(
  tx: Database,
  context: Context,
  campaign: CampaignRow,
  { articles, annotatorIds, seed }: { articles: ArticlePlaces[]; annotatorIds: string[]; seed: number },
): Promise<SpreadPair[]> {
  // Nobody's own view of the campaign: as one who annotates nothing of it.
  const workloads = await listWorkloads(tx, {
    campaignId: campaign.id,
    userId: campaign.id,
    now: context.now,
  });
  return evenSpread({
    articles: articles.map(({ articleId, held, annotated, assigned, gaveUp }) => ({
      articleId,
      free: Math.max(0, campaign.annotatorsPerArticle - held),
      barred: new Set([...annotated, ...assigned, ...gaveUp]),
    })),
    annotatorIds,
    loads: new Map(workloads.map(({ annotator, assigned }) => [annotator.id, assigned])),
    seed,
  });
}

type Skipped = Assigned['skipped'];

/** What of the wishes can be done, one after the other; of what cannot, why. */
function chosen(
  wishes: readonly SpreadPair[],
  known: { campaign: CampaignRow; articles: readonly ArticlePlaces[]; annotatorIds: readonly string[] },
): { wanted: SpreadPair[]; skipped: Skipped } {
  const byId = new Map(known.articles.map((article) => [article.articleId, article]));
  const annotators = new Set(known.annotatorIds);
  const taken = new Map<string, Set<string>>();
  const wanted: SpreadPair[] = [];
  const skipped: Skipped = [];
  for (const { articleId, annotatorId } of wishes) {
    const article = byId.get(articleId);
    const newly = taken.get(articleId) ?? new Set();
    const reason = ((): SkipReason | null => {
      if (!article) return 'not_in_campaign';
      if (!annotators.has(annotatorId)) return 'not_an_annotator';
      // Whoever annotates the article blind does not learn here that somebody else has begun.
      if (article.annotated.includes(annotatorId)) return article.isBlind ? 'has_it' : 'has_annotated';
      if (article.assigned.includes(annotatorId) || newly.has(annotatorId)) return 'has_it';
      return article.held + newly.size >= known.campaign.annotatorsPerArticle ? 'full' : null;
    })();
    if (reason) skipped.push({ articleId, annotatorId, reason });
    else {
      taken.set(articleId, newly.add(annotatorId));
      wanted.push({ articleId, annotatorId });
    }
  }
  return { wanted, skipped };
}

/** Writes what was given into the history, and tells those who got something. */
async function record(
  tx: Database,
  context: Context,
  {
    campaignId,
    workspaceId,
    made,
    body,
  }: { campaignId: string; workspaceId: string; made: Assignment[]; body: Assign },
): Promise<void> {
  const { actor, now } = context;
  await insertWorkspaceEvent(tx, {
    workspaceId,
    type: 'articles_assigned',
    subjectId: campaignId,
    before: null,
    after: { assignments: made.map((assignment) => ({ ...assignment })) },
    requestHash: requestHash({ assign: campaignId, ...body }),
    actorId: actor.userId,
    now,
  });
  // Who gets several is told of the campaign, once.
  const about = { workspaceId, campaignId, actorId: actor.userId, now };
  for (const userId of new Set(made.map(({ annotatorId }) => annotatorId))) {
    if (userId === actor.userId) continue;
    const [only, ...more] = made.filter(({ annotatorId }) => annotatorId === userId);
    await insertNotifications(tx, more.length > 0 ? about : { ...about, articleId: only!.articleId }, [
      { id: context.newId(), userId, kind: 'article_assigned' },
    ]);
  }
}

const closed = err({
  code: 'campaign_closed',
  message: 'This campaign is closed: open it again to give out its articles. Nothing was changed.',
});

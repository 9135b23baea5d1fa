import 'server-only';
import { listHeldArticles } from '@/lib/data/assignments';
import {
  type CampaignRow,
  listCampaignAnnotatorIds,
  listCampaignArticleIds,
  lockCampaign,
  replaceCampaignAnnotators,
  replaceCampaignArticles,
  requireCampaign,
  updateCampaign,
} from '@/lib/data/campaigns';
import type { Database } from '@/lib/data/database';
import { hasWorkspaceEventOf, insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type Campaign, type PatchCampaign, patchCampaignSchema } from '@/lib/domain/campaign';
import { parseInput } from '@/lib/domain/parse-input';
import { canRunCampaigns } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireCampaignFor } from './campaign-access';
import { checkCampaignParts } from './campaign-parts';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/**
 * Changes a campaign, closes it or opens it again; on the version that was seen. A closed one gives out no articles; what
 * was begun can still be submitted. A repeated request is answered with what is there.
 */
export async function changeCampaign(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined; body: unknown },
): Promise<Result<Campaign, Failure>> {
  const access = await requireCampaignFor(context, input.id, canRunCampaigns);
  if (!access.ok) return access;
  const body = parseInput(patchCampaignSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const { campaignId, workspace } = access.value;
  const patch = body.value;
  const hash = requestHash({ patch: campaignId, base: base.value, ...patch });
  return inTransaction<Campaign, Failure>(async (tx) => {
    const row = (await lockCampaign(tx, campaignId))!;
    if (row.version !== base.value) {
      const current = await requireCampaign(tx, campaignId);
      return (await hasWorkspaceEventOf(tx, campaignId, hash)) ? ok(current) : stale(current);
    }
    const parts = await checkCampaignParts(tx, workspace.id, patch);
    if (!parts.ok) return parts;
    const held = await checkHeld(tx, row, patch);
    if (!held.ok) return held;
    const [before, after] = [await contentOf(tx, row), rowAfter(row, patch, parts.value.guidelineId)];
    if (patch.articleIds) await replaceCampaignArticles(tx, campaignId, patch.articleIds);
    if (patch.annotatorIds) await replaceCampaignAnnotators(tx, campaignId, patch.annotatorIds);
    await updateCampaign(tx, after);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type:
        after.state === row.state
          ? 'campaign_changed'
          : after.state === 'closed'
            ? 'campaign_closed'
            : 'campaign_reopened',
      subjectId: campaignId,
      before,
      after: await contentOf(tx, after),
      requestHash: hash,
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok(await requireCampaign(tx, campaignId));
  });
}

const rowAfter = (row: CampaignRow, patch: PatchCampaign, guidelineId: string | null): CampaignRow => ({
  ...row,
  name: patch.name ?? row.name,
  note: patch.note ?? row.note,
  kinds: patch.kinds ?? row.kinds,
  guidelineId: patch.guidelineVersion === undefined ? row.guidelineId : guidelineId,
  dueOn: patch.dueOn === undefined ? row.dueOn : patch.dueOn,
  annotatorsPerArticle: patch.annotatorsPerArticle ?? row.annotatorsPerArticle,
  mode: patch.mode ?? row.mode,
  holdHours: patch.holdHours === undefined ? row.holdHours : patch.holdHours,
  state: patch.state ?? row.state,
  version: row.version,
});

/** A campaign's content as its history keeps it. */
async function contentOf(tx: Database, row: CampaignRow) {
  const { name, note, kinds, guidelineId, dueOn, annotatorsPerArticle, mode, holdHours, state } = row;
  return {
    ...{ name, note, kinds, guidelineId, dueOn, annotatorsPerArticle, mode, holdHours, state },
    articleIds: await listCampaignArticleIds(tx, row.id),
    annotatorIds: await listCampaignAnnotatorIds(tx, row.id),
  };
}

/** What people were asked for stays as long as they have it: the article, and the kinds. */
async function checkHeld(
  tx: Database,
  row: CampaignRow,
  patch: PatchCampaign,
): Promise<Result<null, Failure>> {
  const asksOther = patch.kinds && patch.kinds.join() !== row.kinds.join();
  if (!patch.articleIds && !asksOther) return ok(null);
  const held = await listHeldArticles(tx, row.id);
  if (asksOther && held.length > 0)
    return err({
      code: 'in_use',
      message:
        'kinds: Somebody has an article of this campaign already and was asked for other kinds. Make another campaign, or take the articles back first. Nothing was saved.',
    });
  const kept = new Set(patch.articleIds ?? held);
  if (held.every((id) => kept.has(id))) return ok(null);
  return err({
    code: 'in_use',
    message:
      'articleIds: Somebody has an article that would leave the campaign. Take it back from them first. Nothing was saved.',
    articleIds: held.filter((id) => !kept.has(id)),
  });
}

const stale = (current: Campaign) =>
  err({
    code: 'stale_version',
    message:
      'Somebody changed this campaign in the meantime. Nothing was overwritten: look at it and try again.',
    current,
  });

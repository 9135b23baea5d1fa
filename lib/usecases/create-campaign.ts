import 'server-only';
import {
  findSlugOfCampaign,
  insertCampaign,
  replaceCampaignAnnotators,
  replaceCampaignArticles,
  requireCampaign,
} from '@/lib/data/campaigns';
import { hasWorkspaceEventOf, insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type Campaign, newCampaignSchema } from '@/lib/domain/campaign';
import { parseInput } from '@/lib/domain/parse-input';
import { canRunCampaigns } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import { checkCampaignParts } from './campaign-parts';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

export interface CreatedCampaign {
  campaign: Campaign;
  outcome: 'created' | 'unchanged';
}

/** Makes a campaign; nobody has an article of it yet. The same request with the same id again changes nothing. */
export async function createCampaign(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<CreatedCampaign, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRunCampaigns);
  if (!access.ok) return access;
  const body = parseInput(newCampaignSchema, input.body);
  if (!body.ok) return body;
  const id = body.value.id ?? context.newId();
  const { id: workspaceId, slug } = access.value.workspace;
  const hash = requestHash(body.value);
  const { articleIds, annotatorIds, guidelineVersion, ...fields } = body.value;
  return inTransaction<CreatedCampaign, Failure>(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('campaign:' || ${id}, 0))`;
    const known = await findSlugOfCampaign(tx, id);
    if (known !== null) {
      if (known !== slug || !(await hasWorkspaceEventOf(tx, id, hash))) return idTaken;
      return ok({ campaign: await requireCampaign(tx, id), outcome: 'unchanged' });
    }
    const parts = await checkCampaignParts(tx, workspaceId, body.value);
    if (!parts.ok) return parts;
    const { guidelineId } = parts.value;
    const createdById = context.actor.userId;
    await insertCampaign(tx, { ...fields, id, workspaceId, guidelineId, createdById, now: context.now });
    await replaceCampaignArticles(tx, id, articleIds);
    await replaceCampaignAnnotators(tx, id, annotatorIds);
    await insertWorkspaceEvent(tx, {
      workspaceId,
      type: 'campaign_made',
      subjectId: id,
      before: null,
      after: { ...fields, id, guidelineVersion, articleIds, annotatorIds },
      requestHash: hash,
      actorId: createdById,
      now: context.now,
    });
    return ok({ campaign: await requireCampaign(tx, id), outcome: 'created' });
  });
}

const idTaken = err({
  code: 'id_taken',
  message: 'There is another campaign of this id. Nothing was saved.',
});

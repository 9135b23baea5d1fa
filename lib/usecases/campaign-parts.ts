import 'server-only';
import { listForeignArticles, listNonAnnotators } from '@/lib/data/campaigns';
import type { Database } from '@/lib/data/database';
import { findGuidelineInForce, findGuidelineVersion } from '@/lib/data/guidelines';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/** What of a request names things that must be in the campaign's workspace. */
export interface CampaignParts {
  articleIds?: readonly string[] | undefined;
  annotatorIds?: readonly string[] | undefined;
  guidelineVersion?: number | null | undefined;
}

/** Checks that the articles, people and guideline of a campaign are the workspace's own; answers the guideline's id. */
export async function checkCampaignParts(
  tx: Database,
  workspaceId: string,
  { articleIds = [], annotatorIds = [], guidelineVersion = null }: CampaignParts,
): Promise<Result<{ guidelineId: string | null }, Failure>> {
  if (articleIds.length > 0 && (await listForeignArticles(tx, workspaceId, articleIds)).length > 0)
    return refused('articleIds: There is no such article in this workspace. Nothing was saved.');
  if (annotatorIds.length > 0 && (await listNonAnnotators(tx, workspaceId, annotatorIds)).length > 0)
    return refused(
      'annotatorIds: Only members who may annotate can be asked to: give them that role first. Nothing was saved.',
    );
  if (guidelineVersion === null) return ok({ guidelineId: null });
  // A workspace of before there were guidelines has its first one from the moment that somebody asks.
  await findGuidelineInForce(tx, workspaceId);
  const guideline = await findGuidelineVersion(tx, workspaceId, guidelineVersion);
  return guideline
    ? ok({ guidelineId: guideline.id })
    : refused('guidelineVersion: The guideline has no such version. Nothing was saved.');
}

const refused = (message: string) => err({ code: 'invalid_input', message });

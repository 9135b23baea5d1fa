import 'server-only';
import { listCampaignArticleIds } from '@/lib/data/campaigns';
import type { Database } from '@/lib/data/database';
import { findGuidelineInForce } from '@/lib/data/guidelines';
import { type AnnotatedRevision, listAnnotatedRevisions } from '@/lib/data/pass-annotations';
import type { AnnotatedPass } from '@/lib/domain/agreement/annotated-article';
import type { ComparedQuery } from '@/lib/domain/agreement/agreement-schema';
import { laterOf } from '@/lib/domain/agreement/compared-pairs';
import { monthsIn } from '@/lib/domain/agreement/over-time';
import type { Guideline } from '@/lib/domain/guideline';
import type { WorkspaceAccess } from './access';
import type { Context } from './context';

/** The revealed passes that are compared, and the attributes that the workspace's guideline in force defines. */
export interface ComparedPasses {
  revisions: AnnotatedRevision[];
  ownAttributes: Guideline['attributes'];
  /** Their labels, by their names in the figures. */
  labels: Record<string, string>;
  isCompared: (a: AnnotatedPass, b: AnnotatedPass) => boolean;
}

/**
 * The passes that a query asks for, as far as the actor may see them: an article that they are annotating blind is left out
 * until that pass is submitted. `isCompared` says which two of them belong to the month that is asked for.
 */
export async function comparedPasses(
  db: Database,
  { actor }: Context,
  { workspace }: WorkspaceAccess,
  { articles, campaign, month }: ComparedQuery,
): Promise<ComparedPasses> {
  const inCampaign = campaign === undefined ? null : await listCampaignArticleIds(db, campaign);
  const articleIds = inCampaign && articles ? articles.filter((id) => inCampaign.includes(id)) : articles;
  const revisions = await listAnnotatedRevisions(db, {
    workspaceId: workspace.id,
    userId: actor.userId,
    articleIds: articleIds ?? inCampaign ?? undefined,
  });
  const monthAt = monthsIn(workspace.timeZone);
  const { attributes } = await findGuidelineInForce(db, workspace.id);
  return {
    revisions,
    ownAttributes: attributes,
    labels: Object.fromEntries(attributes.map(({ key, label }) => [`attributes.${key}`, label])),
    isCompared: (a, b) => month === undefined || monthAt(laterOf(a, b)!) === month,
  };
}

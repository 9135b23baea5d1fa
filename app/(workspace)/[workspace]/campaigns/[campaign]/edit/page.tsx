import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireContext } from '@/lib/auth/current-context';
import type { CampaignArticle } from '@/lib/domain/campaign';
import type { Context } from '@/lib/usecases/context';
import { listArticles } from '@/lib/usecases/list-articles';
import { listCampaignArticles } from '@/lib/usecases/list-campaign-articles';
import { listGuidelineVersions } from '@/lib/usecases/list-guideline-versions';
import { listMembers } from '@/lib/usecases/list-members';
import { showCampaign } from '@/lib/usecases/show-campaign';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { CampaignForm } from '../../_components/campaign-form';
import { CampaignTabs } from '../../_components/campaign-tabs';

export const metadata: Metadata = { title: 'Change the campaign' };

export default async function EditCampaignPage({
  params,
}: PageProps<'/[workspace]/campaigns/[campaign]/edit'>) {
  const { workspace: slug, campaign: id } = await params;
  const context = await requireContext(`/${slug}/campaigns/${id}/edit`);
  const [workspace, shown, newest, members, versions] = await Promise.all([
    showWorkspace(context, { slug }),
    showCampaign(context, { id }),
    listArticles(context, { slug, query: {} }),
    listMembers(context, { slug }),
    listGuidelineVersions(context, { slug, query: {} }),
  ]);
  if (!workspace.ok || !shown.ok || !newest.ok || !members.ok || !versions.ok) notFound();
  if (!workspace.value.abilities.runCampaigns || shown.value.workspaceId !== workspace.value.workspace.id)
    notFound();
  const campaign = shown.value;
  const articles = await everyArticle(context, id);
  const { items, nextCursor } = newest.value;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Change “{campaign.name}”</h1>
          <p className="lede">What people have already, they keep.</p>
        </div>
      </header>
      <CampaignTabs slug={slug} current="campaigns" />
      <CampaignForm
        key={campaign.version}
        slug={slug}
        campaign={campaign}
        articles={articles.map(({ article }) => article)}
        first={{ items: items.map(({ id, title }) => ({ id, title })), nextCursor }}
        people={members.value
          .filter(({ role }) => role !== 'reader')
          .map(({ user }) => ({ id: user.id, name: user.name }))}
        annotatorIds={(campaign.workload ?? [])
          .filter(({ isIn }) => isIn)
          .map(({ annotator }) => annotator.id)}
        locked={articles
          .filter(({ places }) => places.some(({ assignmentId }) => assignmentId !== null))
          .map(({ article }) => article.id)}
        guidelineVersions={versions.value.items.map(({ number, summary }) => ({ number, summary }))}
      />
    </div>
  );
}

/** All of them: what the form sends replaces the list. */
async function everyArticle(context: Context, id: string): Promise<CampaignArticle[]> {
  const found: CampaignArticle[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await listCampaignArticles(context, {
      id,
      query: { limit: '500', ...(cursor && { cursor }) },
    });
    if (!page.ok) notFound();
    found.push(...page.value.items);
    cursor = page.value.nextCursor;
  }
  return found;
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireContext } from '@/lib/auth/current-context';
import { listArticles } from '@/lib/usecases/list-articles';
import { listGuidelineVersions } from '@/lib/usecases/list-guideline-versions';
import { listMembers } from '@/lib/usecases/list-members';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { CampaignForm } from '../_components/campaign-form';
import { CampaignTabs } from '../_components/campaign-tabs';

export const metadata: Metadata = { title: 'New campaign' };

export default async function NewCampaignPage({ params }: PageProps<'/[workspace]/campaigns/new'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/campaigns/new`);
  const [shown, articles, members, versions] = await Promise.all([
    showWorkspace(context, { slug }),
    listArticles(context, { slug, query: {} }),
    listMembers(context, { slug }),
    listGuidelineVersions(context, { slug, query: {} }),
  ]);
  if (!shown.ok || !articles.ok || !members.ok || !versions.ok || !shown.value.abilities.runCampaigns)
    notFound();
  const { items, nextCursor } = articles.value;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>New campaign</h1>
          <p className="lede">Nobody is asked for anything before you give out the articles.</p>
        </div>
      </header>
      <CampaignTabs slug={slug} current="campaigns" />
      <CampaignForm
        slug={slug}
        campaign={null}
        articles={[]}
        first={{ items: items.map(({ id, title }) => ({ id, title })), nextCursor }}
        people={members.value
          .filter(({ role }) => role !== 'reader')
          .map(({ user }) => ({ id: user.id, name: user.name }))}
        annotatorIds={[]}
        locked={[]}
        guidelineVersions={versions.value.items.map(({ number, summary }) => ({ number, summary }))}
      />
    </div>
  );
}

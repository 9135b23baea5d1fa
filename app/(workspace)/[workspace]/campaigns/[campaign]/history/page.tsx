import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { PlaceLink } from '@/app/_ui/place-link';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import { listCampaignHistory } from '@/lib/usecases/list-campaign-history';
import { showCampaign } from '@/lib/usecases/show-campaign';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { CampaignHistory } from '../../_components/campaign-history';
import { CampaignTabs } from '../../_components/campaign-tabs';
import styles from '../../_components/campaigns.module.css';

export const metadata: Metadata = { title: 'History of the campaign' };

const PER_PAGE = '50';

/** All that happened to a campaign: who made and changed it, who gave out and took back what, and when. */
export default async function CampaignHistoryPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/campaigns/[campaign]/history'>) {
  const { workspace: slug, campaign: id } = await params;
  const { cursor } = await searchParams;
  const here = `/${slug}/campaigns/${id}`;
  const context = await requireContext(`${here}/history`);
  const query = { limit: PER_PAGE, ...(typeof cursor === 'string' && { cursor }) };
  const [workspace, campaign, history] = await Promise.all([
    showWorkspace(context, { slug }),
    showCampaign(context, { id }),
    listCampaignHistory(context, { id, query }),
  ]);
  if (!workspace.ok || !campaign.ok || !history.ok) notFound();
  if (campaign.value.workspaceId !== workspace.value.workspace.id) notFound();
  const { items, nextCursor } = history.value;
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div>
          <h1>History</h1>
          <p className={`lede ${styles.title}`}>
            Who made and changed <PlaceLink href={here as Route}>{campaign.value.name}</PlaceLink>, gave out
            its articles and took them back.
          </p>
        </div>
      </header>
      <CampaignTabs slug={slug} current="campaigns" />
      <CampaignHistory events={items} timeZone={workspace.value.workspace.timeZone} />
      {nextCursor && (
        <p className="row">
          <ShowMore href={`${here}/history?cursor=${nextCursor}` as Route} label="Show what was before" />
        </p>
      )}
    </div>
  );
}

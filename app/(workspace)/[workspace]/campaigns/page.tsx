import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { PlaceLink } from '@/app/_ui/place-link';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import { dayIn } from '@/lib/domain/prediction';
import { listCampaigns } from '@/lib/usecases/list-campaigns';
import { listOwnAssignments } from '@/lib/usecases/list-own-assignments';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { CampaignTable } from './_components/campaign-table';
import { CampaignTabs } from './_components/campaign-tabs';
import { GaveBack } from './_components/gave-back';
import { OwnWork } from './_components/own-work';
import { TakeNext } from './_components/take-next';

export const metadata: Metadata = { title: 'Campaigns' };

/** So many of what one has done already are shown beside what waits. */
const DONE_SHOWN = 5;

/** Who annotates what blind and by when; for annotators their own work first. */
export default async function CampaignsPage({ params, searchParams }: PageProps<'/[workspace]/campaigns'>) {
  const { workspace: slug } = await params;
  const { cursor: given, back, at } = await searchParams;
  const context = await requireContext(`/${slug}/campaigns`);
  const query = { limit: '50', ...(typeof given === 'string' && { cursor: given }) };
  const [shown, listed, own] = await Promise.all([
    showWorkspace(context, { slug }),
    listCampaigns(context, { slug, query }),
    listOwnAssignments(context, { slug }),
  ]);
  if (!shown.ok || !listed.ok || !own.ok) notFound();
  const { abilities, workspace } = shown.value;
  const { items, nextCursor } = listed.value;
  const today = dayIn(workspace.timeZone, context.now);
  const waiting = own.value.items.filter(({ state }) => state !== 'submitted');
  const done = own.value.items.filter(({ state }) => state === 'submitted');
  const pools = items.filter(
    ({ mode, state, isAnnotator }) => mode === 'pool' && state === 'open' && isAnnotator,
  );
  const hasWork = abilities.annotate && (own.value.items.length > 0 || pools.length > 0);
  const newHref = `/${slug}/campaigns/new` as Route;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Campaigns</h1>
          <p className="lede">
            Several people annotate the same articles, each for themselves, so that one can see how far they
            agree. <PlaceLink href={'/help/campaigns' as Route}>How campaigns work</PlaceLink>
          </p>
        </div>
        {abilities.runCampaigns && items.length > 0 && (
          <ButtonLink variant="primary" href={newHref}>
            New campaign
          </ButtonLink>
        )}
      </header>
      <CampaignTabs slug={slug} current="campaigns" />
      {typeof back === 'string' && typeof at === 'string' && <GaveBack assignmentId={back} releasedAt={at} />}
      {hasWork && (
        <section className="section" aria-labelledby="your-work">
          <h2 id="your-work">Your work</h2>
          {waiting.length === 0 && <p className="soft">Nothing is asked of you now.</p>}
          <OwnWork
            slug={slug}
            items={[...waiting, ...done.slice(0, DONE_SHOWN)]}
            today={today}
            namesCampaign
          />
          {done.length > DONE_SHOWN && (
            <p className="soft small">And {done.length - DONE_SHOWN} more that you have submitted.</p>
          )}
          {pools.map(({ id, name }) => (
            <p key={id} className="row">
              <TakeNext
                slug={slug}
                campaignId={id}
                variant="quiet"
                label={pools.length > 1 ? `Take the next article for ${name}` : 'Take the next article'}
              />
            </p>
          ))}
        </section>
      )}
      {items.length === 0 ? (
        <EmptyState
          title="No campaigns yet"
          action={
            abilities.runCampaigns && (
              <ButtonLink variant="primary" href={newHref}>
                Make the first campaign
              </ButtonLink>
            )
          }
        >
          <p>
            {abilities.runCampaigns
              ? 'Choose articles and people: each article goes to as many of them as you say, who mark it without seeing each other’s marks.'
              : 'When an editor asks you to annotate articles for yourself, they stand here.'}
          </p>
        </EmptyState>
      ) : (
        <section className="section" aria-labelledby="all-campaigns">
          <h2 id="all-campaigns">All campaigns</h2>
          <CampaignTable
            slug={slug}
            campaigns={items}
            today={today}
            showsProgress={items.some(({ progress }) => progress !== null)}
          />
          {nextCursor && (
            <p className="row">
              <ShowMore href={`/${slug}/campaigns?cursor=${nextCursor}` as Route} />
            </p>
          )}
        </section>
      )}
    </div>
  );
}

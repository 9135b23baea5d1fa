import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import {
  articlesInWords,
  kindsInWords,
  peopleInWords,
  wordOfCampaignMode,
  wordsOfWorkRefusal,
} from '@/app/_marks/campaign-words';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PlaceLink } from '@/app/_ui/place-link';
import { ShowMore } from '@/app/_ui/show-more';
import { findContext, requireContext } from '@/lib/auth/current-context';
import type { ShownCampaign } from '@/lib/domain/campaign';
import { dayIn } from '@/lib/domain/prediction';
import { listCampaignArticles } from '@/lib/usecases/list-campaign-articles';
import { showCampaign } from '@/lib/usecases/show-campaign';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { ArticleTable } from '../_components/article-table';
import { CampaignTabs } from '../_components/campaign-tabs';
import styles from '../_components/campaigns.module.css';
import { CloseCampaign } from '../_components/close-campaign';
import { DueDay } from '../_components/due-day';
import { SpreadEvenly } from '../_components/give-out';
import { OwnWork } from '../_components/own-work';
import { ProgressBar } from '../_components/progress-bar';
import { TakeNext } from '../_components/take-next';
import { WorkloadTable } from '../_components/workload-table';

const PER_PAGE = '100';

/** Once per request: the title and the page ask for the same. */
const findCampaign = cache(async (id: string) => {
  const context = await findContext();
  const shown = context && (await showCampaign(context, { id }));
  return shown?.ok ? shown.value : null;
});

export async function generateMetadata({
  params,
}: PageProps<'/[workspace]/campaigns/[campaign]'>): Promise<Metadata> {
  const campaign = await findCampaign((await params).campaign);
  return { title: campaign?.name ?? 'Campaign' };
}

/** One campaign: for its annotators their articles, for editors who has what and how far it is. */
export default async function CampaignPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/campaigns/[campaign]'>) {
  const { workspace: slug, campaign: id } = await params;
  const { cursor, next, refused } = await searchParams;
  const context = await requireContext(`/${slug}/campaigns/${id}`);
  const [workspace, campaign] = await Promise.all([showWorkspace(context, { slug }), findCampaign(id)]);
  if (!workspace.ok || !campaign || campaign.workspaceId !== workspace.value.workspace.id) notFound();
  const { timeZone } = workspace.value.workspace;
  const today = dayIn(timeZone, context.now);
  const isOpen = campaign.state === 'open';
  const takesNext =
    isOpen && campaign.mode === 'pool' && campaign.isAnnotator && workspace.value.abilities.annotate;
  const query = { limit: PER_PAGE, ...(typeof cursor === 'string' && { cursor }) };
  const articles = campaign.progress && (await listCampaignArticles(context, { id, query }));
  if (articles && !articles.ok) notFound();
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{campaign.name}</h1>
          {campaign.note && <p className={`lede ${styles.note}`}>{campaign.note}</p>}
        </div>
        {campaign.progress && (
          <div className="row">
            <CloseCampaign campaign={campaign} />
            <ButtonLink href={`/${slug}/campaigns/${id}/edit` as Route}>Change it</ButtonLink>
          </div>
        )}
      </header>
      <CampaignTabs slug={slug} current="campaigns" />
      <div className={styles.news}>
        {next === 'none' && <Notice>Nothing is left for you in this campaign.</Notice>}
        {typeof refused === 'string' && <Notice tone="error">{wordsOfWorkRefusal(refused)}</Notice>}
      </div>
      <Facts campaign={campaign} slug={slug} today={today} />
      {(campaign.mine.length > 0 || takesNext) && (
        <section className="section" aria-labelledby="your-articles">
          <h2 id="your-articles">Your articles</h2>
          {campaign.mine.length === 0 && <p className="soft">You have none of them yet.</p>}
          <OwnWork slug={slug} items={campaign.mine} today={today} />
          {takesNext && (
            <p className="row">
              <TakeNext slug={slug} campaignId={id} variant={campaign.progress ? 'quiet' : 'primary'} />
            </p>
          )}
        </section>
      )}
      {campaign.progress && campaign.workload && (
        <section className="section" aria-labelledby="progress">
          <h2 id="progress">How far it is</h2>
          <Progress campaign={campaign} slug={slug} />
          {campaign.workload.length === 0 ? (
            <p className="soft">Nobody is asked yet. Change the campaign to choose its annotators.</p>
          ) : (
            <WorkloadTable
              workload={campaign.workload}
              isLate={isOpen && campaign.dueOn !== null && campaign.dueOn < today}
            />
          )}
        </section>
      )}
      {articles && campaign.workload && (
        <section className="section" aria-labelledby="articles">
          <h2 id="articles">Articles</h2>
          {campaign.articles === 0 ? (
            <EmptyState
              title="No articles yet"
              action={
                <ButtonLink href={`/${slug}/campaigns/${id}/edit` as Route}>Choose articles</ButtonLink>
              }
            />
          ) : (
            <ArticleTable
              slug={slug}
              campaign={campaign}
              articles={articles.value.items}
              people={campaign.workload.filter(({ isIn }) => isIn).map(({ annotator }) => annotator)}
              today={today}
              timeZone={timeZone}
            />
          )}
          <ArticlePager
            href={`/${slug}/campaigns/${id}`}
            isFirst={query.cursor === undefined}
            nextCursor={articles.value.nextCursor}
          />
        </section>
      )}
    </div>
  );
}

function Facts({ campaign, slug, today }: { campaign: ShownCampaign; slug: string; today: string }) {
  const isDone = campaign.state === 'closed' || isAllSubmitted(campaign);
  return (
    <ul className={styles.facts}>
      {campaign.state === 'closed' && <li>closed</li>}
      <li>
        <DueDay dueOn={campaign.dueOn} state={isDone ? 'submitted' : 'begun'} today={today} />
      </li>
      <li>{kindsInWords(campaign.kinds)}</li>
      <li>
        {articlesInWords(campaign.articles)}, {peopleInWords(campaign.annotatorsPerArticle)} for each
      </li>
      <li>
        {wordOfCampaignMode(campaign.mode)}
        {campaign.holdHours &&
          `, held for ${campaign.holdHours} ${campaign.holdHours === 1 ? 'hour' : 'hours'}`}
      </li>
      <li>
        <PlaceLink
          href={
            `/${slug}/campaigns/guideline${campaign.guideline ? `?version=${campaign.guideline.number}` : ''}` as Route
          }
        >
          {campaign.guideline ? `guideline, version ${campaign.guideline.number}` : 'the guideline in force'}
        </PlaceLink>
      </li>
    </ul>
  );
}

/** From one page of the articles to another one: the table alone changes, so that is where the reader stays. */
function ArticlePager({
  href,
  isFirst,
  nextCursor,
}: {
  href: string;
  isFirst: boolean;
  nextCursor: string | null;
}) {
  if (isFirst && nextCursor === null) return null;
  return (
    <p className="row">
      {!isFirst && <ShowMore href={`${href}#articles` as Route} label="Back to the first articles" />}
      {nextCursor && (
        <ShowMore href={`${href}?cursor=${nextCursor}#articles` as Route} label="Show the next articles" />
      )}
    </p>
  );
}

const isAllSubmitted = ({ progress }: ShownCampaign): boolean =>
  progress !== null && progress.places > 0 && progress.submitted >= progress.places;

function Progress({ campaign, slug }: { campaign: ShownCampaign; slug: string }) {
  const { places, taken, submitted, articlesDone } = campaign.progress!;
  const free = places - taken;
  return (
    <>
      <p>
        <ProgressBar
          done={submitted}
          of={places}
          words={`${submitted} of ${places} passes submitted; ${articlesDone} of ${articlesInWords(campaign.articles)} complete; ${free === 0 ? 'no' : free} ${free === 1 ? 'place' : 'places'} free.`}
        />
      </p>
      <p className={`row ${styles.links}`}>
        {campaign.state === 'open' && free > 0 && (campaign.workload?.length ?? 0) > 0 && (
          <SpreadEvenly campaignId={campaign.id} free={free} />
        )}
        <PlaceLink href={`/${slug}/campaigns/agreement?campaign=${campaign.id}` as Route}>
          Agreement
        </PlaceLink>
        <PlaceLink href={`/${slug}/campaigns/adjudication?campaign=${campaign.id}` as Route}>
          Adjudication
        </PlaceLink>
        <PlaceLink href={`/${slug}/campaigns/${campaign.id}/history` as Route}>History</PlaceLink>
      </p>
    </>
  );
}

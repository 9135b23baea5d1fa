import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { DownloadIcon } from '@/app/_ui/icons';
import { ShowMore } from '@/app/_ui/show-more';
import { WordTabs } from '@/app/_ui/word-tabs';
import { requireContext } from '@/lib/auth/current-context';
import { listPredictions } from '@/lib/usecases/list-predictions';
import { showDueTimeline } from '@/lib/usecases/show-due-timeline';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { OpenSettling } from '../_propositions/open-settling';
import { DueChart } from './_components/due-chart';
import { OutcomeDesk } from './_components/outcome-desk';
import { PredictionFilter } from './_components/prediction-filter';
import {
  hrefFrom,
  isFiltered,
  listingFromSearch,
  type PredictionListing,
  statesInWords,
} from './_components/prediction-listing';
import { PredictionTable } from './_components/prediction-table';
import styles from './_components/predictions.module.css';
import { StateCounts } from './_components/state-counts';

export const metadata: Metadata = { title: 'Predictions' };

export default async function PredictionsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/predictions'>) {
  const { workspace: slug } = await params;
  const listing = listingFromSearch(await searchParams);
  const context = await requireContext(`/${slug}/predictions`);
  const isTimeline = listing.view === 'timeline';
  const [shown, listed, timeline] = await Promise.all([
    showWorkspace(context, { slug }),
    listPredictions(context, { slug, query: listing.query }),
    isTimeline ? showDueTimeline(context, { slug, query: listing.query }) : null,
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { abilities } = shown.value;
  const { items, counts, today, nextCursor, facets, secondResolver } = listed.value;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const here = `/${slug}/predictions`;
  return (
    <div className={`page ${styles.page}`}>
      <header className="page-head">
        <div>
          <h1 id="predictions" tabIndex={-1} className={styles.heading}>
            Predictions
          </h1>
          <p className="lede">What was said to happen, until it did or did not.</p>
        </div>
        {(all > 0 || isFiltered(listing)) && (
          <div className="row">
            <ButtonLink href={csvHref(slug, listing)} prefetch={false} download>
              <DownloadIcon /> Download as CSV
            </ButtonLink>
            <ButtonLink href={`${here}/scoreboard` as Route}>Scoreboard</ButtonLink>
          </div>
        )}
      </header>
      {all === 0 && !isFiltered(listing) ? (
        <EmptyState
          title="No predictions yet"
          action={<ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>}
        >
          <p>
            They come here from the articles: select the words that say what will happen, and mark them as a
            prediction.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.filter}>
            <PredictionFilter here={here} listing={listing} facets={facets} />
            <StateCounts here={here} counts={counts} listing={listing} />
          </div>
          <WordTabs
            label="View"
            tabs={[
              { href: hrefFrom(here, { ...listing, view: '' }), label: 'Table', isCurrent: !isTimeline },
              {
                href: hrefFrom(here, { ...listing, view: 'timeline' }),
                label: 'Timeline',
                isCurrent: isTimeline,
              },
            ]}
          />
          {timeline?.ok ? (
            <DueChart slug={slug} here={here} listing={listing} timeline={timeline.value} />
          ) : (
            // Around both: its dialog stays when what it has just recorded leaves the list.
            <OutcomeDesk slug={slug} today={today} headingId="predictions" canVerify={abilities.verify}>
              {items.length === 0 ? (
                <EmptyState
                  title={isFiltered(listing) ? 'None that fit' : `None ${statesInWords(listing.state)}`}
                  action={
                    <ButtonLink href={hrefFrom(here, { ...listing, state: 'all', filters: {} })}>
                      Show all of them
                    </ButtonLink>
                  }
                />
              ) : (
                <PredictionTable
                  slug={slug}
                  here={here}
                  listing={listing}
                  predictions={items}
                  canVerify={abilities.verify}
                  secondResolver={secondResolver}
                />
              )}
            </OutcomeDesk>
          )}
          {!isTimeline && (nextCursor || listing.cursor) && (
            <p className={`row ${styles.more}`}>
              {listing.cursor && <ButtonLink href={hrefFrom(here, listing)}>Back to the first</ButtonLink>}
              {nextCursor && <ShowMore href={hrefFrom(here, listing, nextCursor)} />}
            </p>
          )}
          {!isTimeline && <OpenSettling context={context} slug={slug} mayDecide={abilities.decideLink} />}
        </>
      )}
    </div>
  );
}

/** What is shown, all of it, as a file. */
function csvHref(slug: string, { query }: PredictionListing): Route {
  const { cursor: _, ...asked } = query;
  return `/api/v1/workspaces/${slug}/predictions?${new URLSearchParams({ ...asked, format: 'csv' })}` as Route;
}

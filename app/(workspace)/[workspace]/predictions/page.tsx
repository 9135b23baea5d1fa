import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import { listPredictions } from '@/lib/usecases/list-predictions';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { OutcomeDesk } from './_components/outcome-desk';
import {
  hrefFrom,
  listingFromSearch,
  ORDER_OPTIONS,
  STATE_OPTIONS,
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
  const [shown, listed] = await Promise.all([
    showWorkspace(context, { slug }),
    listPredictions(context, { slug, query: listing.query }),
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { abilities } = shown.value;
  const { items, counts, today, nextCursor } = listed.value;
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
        {all > 0 && <ButtonLink href={`${here}/scoreboard` as Route}>Scoreboard</ButtonLink>}
      </header>
      {all === 0 ? (
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
            <FilterSentence label="Filter predictions">
              Predictions{' '}
              <FilterWord label="State" name="state" value={listing.state} options={STATE_OPTIONS} />, sorted
              by <FilterWord label="Sort" name="sort" value={listing.sort} options={ORDER_OPTIONS} />.
            </FilterSentence>
            <StateCounts here={here} counts={counts} listing={listing} />
          </div>
          {items.length === 0 ? (
            <EmptyState
              title={`None ${statesInWords(listing.state)}`}
              action={
                <ButtonLink href={hrefFrom(here, { ...listing, state: 'all' })}>Show all {all}</ButtonLink>
              }
            />
          ) : (
            <OutcomeDesk slug={slug} today={today} headingId="predictions">
              <PredictionTable
                slug={slug}
                here={here}
                listing={listing}
                predictions={items}
                canVerify={abilities.verify}
              />
            </OutcomeDesk>
          )}
          {(nextCursor || listing.cursor) && (
            <p className={`row ${styles.more}`}>
              {listing.cursor && <ButtonLink href={hrefFrom(here, listing)}>Back to the first</ButtonLink>}
              {nextCursor && <ShowMore href={hrefFrom(here, listing, nextCursor)} />}
            </p>
          )}
        </>
      )}
    </div>
  );
}

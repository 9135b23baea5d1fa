import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { DownloadIcon } from '@/app/_ui/icons';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import { listMergeSuggestions } from '@/lib/usecases/list-merge-suggestions';
import { listSources } from '@/lib/usecases/list-sources';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { MergeSuggestions } from './_components/merge-suggestions';
import { SourceFilter } from './_components/source-filter';
import { hrefFrom, listingFromSearch } from './_components/source-listing';
import { SourceTable } from './_components/source-table';
import styles from './_components/sources.module.css';

export const metadata: Metadata = { title: 'Sources' };

/** Pairs that are shown before one asks for all of them. */
const FEW_SUGGESTIONS = 3;

export default async function SourcesPage({ params, searchParams }: PageProps<'/[workspace]/sources'>) {
  const { workspace: slug } = await params;
  const listing = listingFromSearch(await searchParams);
  const here = `/${slug}/sources`;
  const context = await requireContext(here);
  const [shown, listed, suggested] = await Promise.all([
    showWorkspace(context, { slug }),
    listSources(context, { slug, query: listing.query }),
    listMergeSuggestions(context, { slug, query: { limit: listing.allSuggestions ? 500 : FEW_SUGGESTIONS } }),
  ]);
  if (!shown.ok || !listed.ok || !suggested.ok) notFound();
  const { abilities } = shown.value;
  const { items, nextCursor } = listed.value;
  const isFiltered = listing.words !== '' || listing.type !== '';
  const isEmpty = items.length === 0 && !isFiltered;
  return (
    <div className={`page ${styles.page}`}>
      <header className="page-head">
        <div>
          <h1 id="sources" tabIndex={-1} className={styles.heading}>
            Sources
          </h1>
          <p className="lede">
            Who said it: people, organisations, outlets and documents, each under one name.
          </p>
        </div>
        {!isEmpty && (
          <ButtonLink
            href={`/api/v1/workspaces/${slug}/sources?format=csv` as Route}
            prefetch={false}
            download
          >
            <DownloadIcon /> Download as CSV
          </ButtonLink>
        )}
      </header>
      {isEmpty ? (
        <EmptyState
          title="No sources yet"
          action={<ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>}
        >
          <p>
            A source stands here once somebody has said of a claim, quote or prediction who it comes from:
            open an article, mark words, and fill in “Said by”.
          </p>
        </EmptyState>
      ) : (
        <>
          {!isFiltered && !listing.cursor && (
            <MergeSuggestions
              slug={slug}
              suggestions={suggested.value.items}
              hasMore={suggested.value.nextCursor !== null}
              allHref={`${here}?suggestions=all` as Route}
              canCurate={abilities.curate}
            />
          )}
          <SourceFilter listing={listing} found={items.length} hasMore={nextCursor !== null} />
          {items.length === 0 ? (
            <EmptyState
              title={listing.words ? `No source is called “${listing.words}”` : 'None of this sort'}
              action={<ButtonLink href={here as Route}>Show all sources</ButtonLink>}
            >
              <p>The search looks at names and at other names, also of sources that were merged.</p>
            </EmptyState>
          ) : (
            <SourceTable slug={slug} sources={items} />
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

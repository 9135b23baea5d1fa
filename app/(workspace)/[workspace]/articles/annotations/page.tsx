import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { FilterConditions } from '@/app/_marks/filter-conditions';
import { addressWithout, conditionsInWords } from '@/app/_marks/filter-words';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { DownloadIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { requireContext } from '@/lib/auth/current-context';
import { isEmptyFilter, partsFromFilter } from '@/lib/domain/annotation-filter';
import { ANNOTATION_ORDERS } from '@/lib/domain/found-annotation';
import { countAnnotations } from '@/lib/usecases/count-annotations';
import { findAnnotations } from '@/lib/usecases/find-annotations';
import { showSearch } from '@/lib/usecases/show-search';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { ArticleTabs } from '../_components/article-tabs';
import styles from './annotations.module.css';
import { AnnotationFilter } from './_components/annotation-filter';
import { FoundCounts } from './_components/found-counts';
import { FoundTable } from './_components/found-table';
import { SubsetLine } from './_components/subset-line';

export const metadata: Metadata = { title: 'Annotations' };

const AT_ONCE = '50';

export default async function AnnotationsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/articles/annotations'>) {
  const { workspace: slug } = await params;
  const { order: ordered, cursor: _, limit: __, ...query } = await searchParams;
  const order = ANNOTATION_ORDERS.find((each) => each === ordered) ?? 'newest';
  const here = `/${slug}/articles/annotations`;
  const context = await requireContext(here);
  const [shown, asked] = await Promise.all([
    showWorkspace(context, { slug }),
    showSearch(context, { slug, query }),
  ]);
  if (!shown.ok) notFound();
  if (!asked.ok) return <Misunderstood slug={slug} here={here} words={asked.error.message} />;
  const search = asked.value;
  // A filter has one address, whether it was asked for by a subset's name or by its keys.
  if (query.subset !== undefined) redirect(`${here}?${search.address}` as Route);
  const [found, counted] = await Promise.all([
    findAnnotations(context, { slug, query: { ...query, order, limit: AT_ONCE } }),
    countAnnotations(context, { slug, query }),
  ]);
  if (!found.ok || !counted.ok) notFound();
  const { filter, address } = search;
  const parts = partsFromFilter(filter);
  const isFiltered = !isEmptyFilter(filter);
  const counts = counted.value;
  const suffix = address ? `?${address}` : '';
  return (
    <div className={`page ${styles.page}`}>
      <header className="page-head">
        <div>
          <h1 id="annotations" tabIndex={-1} className={styles.heading}>
            Annotations
          </h1>
          <p className="lede">All that is marked in the articles of {shown.value.workspace.name}.</p>
        </div>
        {counts.total > 0 && (
          <div className="row">
            <ButtonLink
              href={`/api/v1/workspaces/${slug}/export${suffix ? `${suffix}&` : '?'}format=csv` as Route}
              prefetch={false}
              download
            >
              <DownloadIcon /> CSV
            </ButtonLink>
            <ButtonLink href={`/${slug}/export${suffix}` as Route}>
              {isFiltered ? 'Export these' : 'Export all'}
            </ButtonLink>
          </div>
        )}
      </header>
      <ArticleTabs slug={slug} current="articles/annotations" />
      {counts.total === 0 && !isFiltered ? (
        <EmptyState
          title="Nothing is marked yet"
          action={<ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>}
        >
          <p>
            Claims, quotes and predictions stand here once somebody has marked them in an article. They can be
            filtered by all that is recorded of them, and exported.
          </p>
        </EmptyState>
      ) : (
        <>
          <AnnotationFilter search={search} order={order} />
          <FilterConditions
            label="Narrowed to"
            conditions={conditionsInWords(filter, search)}
            hrefWithout={(keys) => `${here}${addressWithout(parts, keys)}` as Route}
          />
          <SubsetLine slug={slug} here={here} search={search} />
          <FoundCounts here={here} parts={parts} filter={filter} counts={counts} />
          {counts.total === 0 ? (
            <EmptyState
              title="No annotation fits this"
              action={<ButtonLink href={here as Route}>Show all annotations</ButtonLink>}
            >
              <p>Drop one of the conditions above, and others come back.</p>
            </EmptyState>
          ) : (
            <FoundTable
              key={`${address}\n${order}\n${counts.total}`}
              slug={slug}
              timeZone={shown.value.workspace.timeZone}
              query={new URLSearchParams([...parts, ['order', order], ['limit', AT_ONCE]]).toString()}
              first={found.value}
            />
          )}
        </>
      )}
    </div>
  );
}

/** An address that nobody of ours has made, or that was cut. */
const Misunderstood = ({ slug, here, words }: { slug: string; here: string; words: string }) => (
  <div className={`page ${styles.page}`}>
    <header className="page-head">
      <h1>Annotations</h1>
    </header>
    <ArticleTabs slug={slug} current="articles/annotations" />
    <Notice tone="error" title="This address asks for something that there is not">
      {words} <Link href={here as Route}>Show all annotations</Link>
    </Notice>
  </div>
);

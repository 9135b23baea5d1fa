import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { wordOfSourceType } from '@/app/_marks/words';
import { ButtonLink } from '@/app/_ui/button-link';
import { ChevronLeftIcon, DownloadIcon } from '@/app/_ui/icons';
import { findContext, requireContext } from '@/lib/auth/current-context';
import { listSourceAnnotations } from '@/lib/usecases/list-source-annotations';
import { listSourceHistory } from '@/lib/usecases/list-source-history';
import { showSource } from '@/lib/usecases/show-source';
import { Affiliations } from './_components/affiliations';
import { EditSource } from './_components/edit-source';
import { MergeDialog } from './_components/merge-dialog';
import { SaidList } from './_components/said-list';
import { saidFromSearch } from './_components/said-listing';
import { SourceFigures } from './_components/source-figures';
import { SourceHistory } from './_components/source-history';
import { SourceNames } from './_components/source-names';
import { SourceRecord } from './_components/source-record';
import styles from './_components/source-page.module.css';

export async function generateMetadata({
  params,
}: PageProps<'/[workspace]/sources/[source]'>): Promise<Metadata> {
  const context = await findContext();
  const shown = context && (await showSource(context, { id: (await params).source }));
  return { title: shown?.ok ? shown.value.source.name : 'Source' };
}

export default async function SourcePage({
  params,
  searchParams,
}: PageProps<'/[workspace]/sources/[source]'>) {
  const { workspace: slug, source: id } = await params;
  const listing = saidFromSearch(await searchParams);
  const context = await requireContext(`/${slug}/sources/${id}`);
  const shown = await showSource(context, { id });
  if (!shown.ok || shown.value.workspace.slug !== slug) notFound();
  const { source, abilities, workspace } = shown.value;
  // What was merged is found under the one that stands for it.
  if (source.id !== id) redirect(`/${slug}/sources/${source.id}` as Route);
  const [said, history] = await Promise.all([
    listSourceAnnotations(context, { id, query: listing.query }),
    listSourceHistory(context, { id, query: { limit: 50 } }),
  ]);
  if (!said.ok || !history.ok) notFound();
  const isNamed = source.articleId === null;
  return (
    <div className={`page ${styles.page}`}>
      <header className="page-head">
        <div>
          <Link href={`/${slug}/sources` as Route} className={styles.back}>
            <ChevronLeftIcon />
            Sources
          </Link>
          <h1 id="source" tabIndex={-1} className={styles.heading}>
            {source.name}
          </h1>
          <p className="lede">
            {wordOfSourceType(source.type)}
            {source.articleId && (
              <>
                , in{' '}
                <Link href={`/${slug}/articles/${source.articleId}` as Route}>{source.articleTitle}</Link>
              </>
            )}
          </p>
        </div>
        <div className="row">
          {abilities.curate && (
            <>
              <EditSource source={source} />
              <MergeDialog slug={slug} source={source} />
            </>
          )}
          <ButtonLink
            href={`/api/v1/sources/${id}/annotations?format=csv` as Route}
            prefetch={false}
            download
          >
            <DownloadIcon /> Download as CSV
          </ButtonLink>
        </div>
      </header>
      <SourceFigures slug={slug} source={source} />
      <SourceNames slug={slug} source={source} canCurate={abilities.curate} />
      {isNamed && <Affiliations source={source} canCurate={abilities.curate} />}
      {source.kinds.prediction > 0 && <SourceRecord slug={slug} record={source.record} />}
      <SaidList slug={slug} sourceId={id} listing={listing} page={said.value} />
      <SourceHistory events={history.value.items} sourceId={id} timeZone={workspace.timeZone} />
    </div>
  );
}

import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { partInBrief, wordOfReleaseState } from '@/app/_marks/release-words';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import type { Release } from '@/lib/domain/release';
import { listReleases } from '@/lib/usecases/list-releases';
import { listSubsets } from '@/lib/usecases/list-subsets';
import { previewRelease } from '@/lib/usecases/preview-release';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { ExportTabs } from '../_components/export-tabs';
import { NewRelease } from './_components/new-release';
import styles from './releases.module.css';

export const metadata: Metadata = { title: 'Releases' };

/** The releases of the workspace, and for its owners the form that makes one. */
export default async function ReleasesPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/export/releases'>) {
  const { workspace: slug } = await params;
  const { cursor, ...asked } = await searchParams;
  const context = await requireContext(`/${slug}/export/releases`);
  const query = { limit: '50', ...(typeof cursor === 'string' && { cursor }) };
  const [shown, listed] = await Promise.all([
    showWorkspace(context, { slug }),
    listReleases(context, { slug, query }),
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { timeZone } = shown.value.workspace;
  const { items, nextCursor, mayRelease } = listed.value;
  const [preview, subsets] = mayRelease
    ? await Promise.all([
        previewRelease(context, { slug, query: asked }),
        listSubsets(context, { slug, query: { limit: '500' } }),
      ])
    : [];
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Releases</h1>
          <p className="lede">
            A release is a named version of the dataset, or of a part of it, that stays as it is, with
            everything that others need to trust it.{' '}
            <Link href={'/help/releases' as Route}>What is in a release</Link>
          </p>
        </div>
      </header>
      <ExportTabs slug={slug} current="export/releases" />
      {items.length === 0 ? (
        <EmptyState title="No release yet">
          {mayRelease
            ? 'The first one is made below. Until then there is the export of the moment.'
            : 'An owner of this workspace makes them. Until then there is the export of the moment.'}
        </EmptyState>
      ) : (
        <div className={`table-scroll ${styles.list}`}>
          <table className="table table-fold">
            <caption className="visually-hidden">Releases, the newest first</caption>
            <thead>
              <tr>
                <th scope="col">Release</th>
                <th scope="col">State</th>
                <th scope="col">Asked for</th>
                <th scope="col">By</th>
                <th scope="col">Files</th>
              </tr>
            </thead>
            <tbody>
              {items.map((release) => (
                <ReleaseRow key={release.id} slug={slug} release={release} timeZone={timeZone} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {nextCursor && <ShowMore href={`/${slug}/export/releases?cursor=${nextCursor}` as Route} />}
      {preview?.ok && (
        <NewRelease
          slug={slug}
          preview={preview.value}
          query={asked}
          subsets={subsets?.ok ? subsets.value.items.map(({ name }) => name) : []}
        />
      )}
      {preview && !preview.ok && (
        <Notice tone="error" title="This address asks for something that there is not">
          {preview.error.message} Nothing was made.{' '}
          <Link href={`/${slug}/export/releases` as Route}>Release everything instead</Link>
        </Notice>
      )}
    </div>
  );
}

const ReleaseRow = ({ slug, release, timeZone }: { slug: string; release: Release; timeZone: string }) => (
  <tr>
    <th scope="row">
      <Link href={`/${slug}/export/releases/${release.id}` as Route}>
        {release.name} {release.version}
      </Link>
      {release.part && <span className="soft"> {partInBrief(release.part)}</span>}
    </th>
    <td data-label="State">{wordOfReleaseState(release.state)}</td>
    <td data-label="Asked for">
      <RelativeTime instant={release.createdAt} timeZone={timeZone} />
    </td>
    <td data-label="By">{release.requestedBy.name}</td>
    <td>{release.files.length > 0 ? `${release.files.length} files` : ''}</td>
  </tr>
);

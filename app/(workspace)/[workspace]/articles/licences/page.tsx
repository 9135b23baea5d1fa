import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { modesInWords } from '@/app/_marks/licence-words';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { requireContext } from '@/lib/auth/current-context';
import { listLicences } from '@/lib/usecases/list-licences';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { LicenceDesk } from './_components/licence-desk';
import styles from './_components/licence-desk.module.css';

export const metadata: Metadata = { title: 'Licences' };

export default async function LicencesPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/articles/licences'>) {
  const { workspace: slug } = await params;
  const search = await searchParams;
  const words = typeof search.query === 'string' ? search.query.slice(0, 200) : '';
  const onlyUnknown = search.unknown === 'true';
  const context = await requireContext(`/${slug}/articles/licences`);
  const [shown, listed] = await Promise.all([
    showWorkspace(context, { slug }),
    listLicences(context, { slug, words, onlyUnknown }),
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { articles, hasMore, modes } = listed.value;
  const isFiltered = words !== '' || onlyUnknown;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <Link href={`/${slug}/articles` as Route} className={styles.back}>
            <ChevronLeftIcon />
            Articles
          </Link>
          <h1>Licences</h1>
          <p className="lede">
            What may be passed on with exports and releases. As it stands: {modesInWords(modes)}.
          </p>
        </div>
      </header>
      <form role="search" className={styles.search} method="get">
        <label>
          <span>Title, publisher, licence or whom to name</span>
          <input type="search" name="query" defaultValue={words} maxLength={200} />
        </label>
        <label className={styles.unknown}>
          <input type="checkbox" name="unknown" value="true" defaultChecked={onlyUnknown} />
          <span>Only those of which nobody has said anything</span>
        </label>
        <button type="submit">Show</button>
      </form>
      <LicenceDesk
        slug={slug}
        articles={articles}
        canChange={shown.value.abilities.import}
        empty={<NoArticles slug={slug} {...{ isFiltered, onlyUnknown }} />}
      />
      {hasMore && (
        <p className="soft">
          These are the first {articles.length}. Search for a publisher to see the others.
        </p>
      )}
    </div>
  );
}

function NoArticles({
  slug,
  isFiltered,
  onlyUnknown,
}: {
  slug: string;
  isFiltered: boolean;
  onlyUnknown: boolean;
}) {
  if (!isFiltered)
    return (
      <EmptyState
        title="No articles yet"
        action={<ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>}
      >
        <p>Once there are articles, their licences stand here.</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title="No article fits"
      action={<ButtonLink href={`/${slug}/articles/licences` as Route}>Show all articles</ButtonLink>}
    >
      <p>
        {onlyUnknown
          ? 'Of each that fits these words, somebody has said something already.'
          : 'Try fewer or shorter words.'}
      </p>
    </EmptyState>
  );
}

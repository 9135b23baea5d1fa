import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { ShowMore } from '@/app/_ui/show-more';
import { WordTabs } from '@/app/_ui/word-tabs';
import { requireContext } from '@/lib/auth/current-context';
import { listFactChecks } from '@/lib/usecases/list-fact-checks';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { FactCheckTable } from './_components/fact-check-table';
import styles from './_components/fact-checks.module.css';

export const metadata: Metadata = { title: 'Fact checks' };

/** What can be looked at by itself, each with the query that asks for it. */
const VIEWS = [
  { view: 'published', word: 'Published', query: { state: 'published' } },
  { view: 'changed', word: 'Changed since', query: { changed: 'true' } },
  { view: 'asked', word: 'Readers ask', query: { asked: 'true' } },
  { view: 'unpublished', word: 'Unpublished', query: { state: 'unpublished' } },
] as const;

export default async function FactChecksPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/fact-checks'>) {
  const { workspace: slug } = await params;
  const asked = await searchParams;
  const current = VIEWS.find(({ view }) => view === asked.view) ?? VIEWS[0];
  const context = await requireContext(`/${slug}/fact-checks`);
  const cursor = typeof asked.cursor === 'string' ? { cursor: asked.cursor } : {};
  const [shown, listed] = await Promise.all([
    showWorkspace(context, { slug }),
    listFactChecks(context, { slug, query: { ...current.query, ...cursor } }),
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { workspace } = shown.value;
  const { items, counts, nextCursor } = listed.value;
  const here = `/${slug}/fact-checks`;
  const hasAny = counts.published + counts.unpublished > 0;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Fact checks</h1>
          <p className="lede">What everybody can read, and what readers ask for.</p>
        </div>
        {counts.published > 0 && (
          <ButtonLink href={`/fact-checks/by/${slug}` as Route}>Open the public list</ButtonLink>
        )}
      </header>
      {!hasAny ? (
        <EmptyState
          title="Nothing is published yet"
          action={<ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>}
        >
          <p>Open a claim that is decided, and choose “Publish…” beside its decision.</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.tabs}>
            <WordTabs
              label="Which fact checks"
              tabs={VIEWS.map(({ view, word }) => ({
                href: (view === 'published' ? here : `${here}?view=${view}`) as Route,
                label: `${word} (${counts[view]})`,
                isCurrent: view === current.view,
              }))}
            />
          </div>
          {items.length === 0 ? (
            <p className="soft">None.</p>
          ) : (
            <FactCheckTable slug={slug} timeZone={workspace.timeZone} factChecks={items} />
          )}
          {nextCursor && (
            <ShowMore
              href={`${here}?view=${current.view}&cursor=${encodeURIComponent(nextCursor)}` as Route}
            />
          )}
          <p className={`soft small ${styles.more}`}>
            <a href={`/api/v1/workspaces/${slug}/fact-checks?format=csv&limit=500`}>Download as CSV</a>
          </p>
        </>
      )}
    </div>
  );
}

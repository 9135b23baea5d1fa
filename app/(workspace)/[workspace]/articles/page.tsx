import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { requireContext } from '@/lib/auth/current-context';
import { listArticles } from '@/lib/usecases/list-articles';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { ArticleSearch } from './_components/article-search';
import { ArticleTabs } from './_components/article-tabs';
import { ArticleTable } from './_components/article-table';
import { DEMO_SLUG, DemoWelcome } from './_components/demo-welcome';

export const metadata: Metadata = { title: 'Articles' };

/** The longest search that the list takes. */
const QUERY_LENGTH = 200;

export default async function ArticlesPage({ params, searchParams }: PageProps<'/[workspace]/articles'>) {
  const { workspace: slug } = await params;
  const search = await searchParams;
  const words = typeof search.query === 'string' ? search.query.slice(0, QUERY_LENGTH) : '';
  const context = await requireContext(`/${slug}/articles`);
  const [shown, listed] = await Promise.all([
    showWorkspace(context, { slug }),
    listArticles(context, { slug, query: { query: words } }),
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { workspace, abilities } = shown.value;
  const { items, nextCursor } = listed.value;
  const isEmpty = items.length === 0 && words === '';
  const here = `/${slug}/articles` as Route;
  const importHref = `/${slug}/articles/import` as Route;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Articles</h1>
          <p className="lede">What {workspace.name} reads and marks up, the newest import first.</p>
        </div>
        {abilities.import && !isEmpty && (
          <div className="row">
            <ButtonLink href={`${here}/licences` as Route}>Licences</ButtonLink>
            <ButtonLink variant="primary" href={importHref}>
              Import an article
            </ButtonLink>
          </div>
        )}
      </header>
      <ArticleTabs slug={slug} current="articles" />
      {slug === DEMO_SLUG && words === '' && <DemoWelcome articles={items} />}
      {!isEmpty && <ArticleSearch words={words} found={items.length} hasMore={nextCursor !== null} />}
      {items.length > 0 && (
        <ArticleTable key={`${words}\n${nextCursor}`} slug={slug} words={words} first={listed.value} />
      )}
      {items.length === 0 && words !== '' && (
        <EmptyState
          title={`No article has “${words}”`}
          action={<ButtonLink href={here}>Show all articles</ButtonLink>}
        >
          <p>The search looks at titles, publishers and authors. Try fewer or shorter words.</p>
        </EmptyState>
      )}
      {isEmpty && (
        <EmptyState
          title="No articles yet"
          action={
            abilities.import && (
              <ButtonLink variant="primary" href={importHref}>
                Import the first article
              </ButtonLink>
            )
          }
        >
          <p>
            {abilities.import
              ? 'Paste the text of an article. You see what is headline, body and page furniture before anything is stored; then it stands here, ready to be marked up.'
              : 'Articles stand here once an editor of this workspace has imported them.'}
          </p>
        </EmptyState>
      )}
    </div>
  );
}

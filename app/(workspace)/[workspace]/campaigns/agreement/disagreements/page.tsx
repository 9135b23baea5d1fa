import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { pluralOfKind } from '@/app/_marks/words';
import { EmptyState } from '@/app/_ui/empty-state';
import { PlaceLink } from '@/app/_ui/place-link';
import { requireContext } from '@/lib/auth/current-context';
import { listPassDisagreements } from '@/lib/usecases/list-pass-disagreements';
import { DisagreementList } from './disagreement-list';

export const metadata: Metadata = { title: 'Disagreements between annotators' };

/** The very spans behind a figure of the page on agreement. */
export default async function PassDisagreementsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/campaigns/agreement/disagreements'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/campaigns/agreement`);
  const found = await listPassDisagreements(context, { slug, query: await searchParams });
  if (!found.ok) notFound();
  const { kind, articles } = found.value;
  const differing = articles.filter(({ items }) => items.length > 0);
  const count = articles.reduce((sum, { items }) => sum + items.length, 0);
  const [first] = articles;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="small">
            <PlaceLink href={`/${slug}/campaigns/agreement` as Route}>Agreement</PlaceLink>
          </p>
          <h1>{pluralOfKind(kind)}</h1>
          {first && (
            <p className="lede">
              {count} {count === 1 ? 'disagreement' : 'disagreements'} of {first.a.name} and {first.b.name}:
              what one of them has alone, and what both have and see differently.
            </p>
          )}
        </div>
      </header>
      {differing.length === 0 && (
        <EmptyState title="No disagreement">Both marked the same words, and in the same way.</EmptyState>
      )}
      {differing.map((article) => (
        <section key={article.revisionId} className="section">
          <h2>
            <PlaceLink href={`/${slug}/articles/${article.articleId}` as Route}>{article.title}</PlaceLink>
          </h2>
          <DisagreementList article={article} kind={kind} workspaceSlug={slug} />
        </section>
      ))}
    </div>
  );
}

import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { wordOfAttribute } from '@/app/_marks/attribute-words';
import { pluralOfKind } from '@/app/_marks/words';
import { dayInWords } from '@/app/_ui/dates';
import { EmptyState } from '@/app/_ui/empty-state';
import { PlaceLink } from '@/app/_ui/place-link';
import { requireContext } from '@/lib/auth/current-context';
import { listPassDisagreements } from '@/lib/usecases/list-pass-disagreements';
import { CampaignTabs } from '../../_components/campaign-tabs';
import { DisagreementList } from './disagreement-list';

export const metadata: Metadata = { title: 'Disagreements between annotators' };

/** The very spans behind a figure of the page on agreement. */
export default async function PassDisagreementsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/campaigns/agreement/disagreements'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/campaigns/agreement`);
  const query = await searchParams;
  const found = await listPassDisagreements(context, { slug, query });
  if (!found.ok) notFound();
  const { kind, articles, labels } = found.value;
  const differing = articles.filter(({ items }) => items.length > 0);
  const count = articles.reduce((sum, { items }) => sum + items.length, 0);
  const [first] = articles;
  const narrowed = narrowedInWords(query, labels);
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
              {count} {count === 1 ? 'disagreement' : 'disagreements'} of {first.a.name} and {first.b.name}
              {narrowed
                ? `: ${narrowed}. `
                : ': what one of them has alone, and what both have and see differently.'}
              {narrowed && (
                <PlaceLink href={withoutFigure(slug, query)}>
                  All their disagreements on {pluralOfKind(kind).toLowerCase()}
                </PlaceLink>
              )}
            </p>
          )}
        </div>
      </header>
      <CampaignTabs slug={slug} current="campaigns/agreement" />
      {differing.length === 0 && (
        <EmptyState title="No disagreement">
          {narrowed
            ? 'Nothing that is asked for here is seen differently.'
            : 'Both marked the same words, and in the same way.'}
        </EmptyState>
      )}
      {differing.map((article) => (
        <section key={article.revisionId} className="section">
          <h2>
            <PlaceLink href={`/${slug}/articles/${article.articleId}` as Route}>{article.title}</PlaceLink>
          </h2>
          <DisagreementList article={article} kind={kind} workspaceSlug={slug} labels={labels} />
        </section>
      ))}
    </div>
  );
}

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Which of their disagreements these are, where not all. */
function narrowedInWords(
  { spans, attribute, month }: Search,
  labels: Readonly<Record<string, string>>,
): string {
  const parts = [
    spans === 'overlap' && 'what one of them marked alone',
    spans === 'exact' && 'what one of them marked alone, and what both marked with other ends',
    typeof attribute === 'string' &&
      `where both marked the same and differ in “${wordOfAttribute(attribute, labels)}”`,
    typeof month === 'string' && `submitted in ${dayInWords(`${month}-01`, 'month')}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** The same two annotators and articles, without what narrows the list to one figure. */
function withoutFigure(slug: string, search: Search): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (typeof value === 'string' && !['spans', 'attribute', 'month'].includes(name)) query.set(name, value);
  return `/${slug}/campaigns/agreement/disagreements?${query.toString()}` as Route;
}

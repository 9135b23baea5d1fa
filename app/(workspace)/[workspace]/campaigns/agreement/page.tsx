import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/app/_ui/empty-state';
import { PlaceLink } from '@/app/_ui/place-link';
import { requireContext } from '@/lib/auth/current-context';
import { showAgreement } from '@/lib/usecases/show-agreement';
import { CampaignTabs } from '../_components/campaign-tabs';
import { AgreementTable } from './_components/agreement-table';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Agreement' };

/** How well people who annotated the same articles blind agree. */
export default async function AgreementPage({ params }: PageProps<'/[workspace]/campaigns/agreement'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/campaigns/agreement`);
  const shown = await showAgreement(context, { slug, query: {} });
  if (!shown.ok) notFound();
  const { articles, overall } = shown.value;
  const compared = articles.filter(({ pairs }) => pairs.length > 0);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Agreement</h1>
          <p className="lede">
            How well people agree who annotated the same article blind, over the passes that were revealed. 1
            is full agreement, 0 what chance alone would give (for F1: nothing in common).{' '}
            <PlaceLink href={'/help/agreement' as Route}>What the figures mean</PlaceLink>
          </p>
        </div>
      </header>
      <CampaignTabs slug={slug} current="campaigns/agreement" />
      {compared.length === 0 ? (
        <EmptyState title="Nothing to compare yet">
          When two people have annotated the same article blind and an editor has revealed their passes, the
          figures stand here. A blind pass begins in an article, under “More tools”.
        </EmptyState>
      ) : (
        <>
          {overall.pairs.map((pair) => (
            <section key={`${pair.a.id} ${pair.b.id}`} className="section">
              <h2>
                {pair.a.name} and {pair.b.name}
              </h2>
              <p className="soft small">
                Over {pair.articles} {pair.articles === 1 ? 'article' : 'articles'}.
                {pair.intervals &&
                  ' Below each figure: where it lies with 95 % confidence, by drawing articles anew.'}
              </p>
              <AgreementTable
                pair={pair}
                caption={`${pair.a.name} and ${pair.b.name}, all articles`}
                workspaceSlug={slug}
              />
            </section>
          ))}
          <section className="section">
            <h2>By article</h2>
            {compared.map(({ articleId, title, pairs }) => (
              <details key={articleId}>
                <summary className={styles.article}>
                  {title} ({pairs.length} {pairs.length === 1 ? 'pair' : 'pairs'})
                </summary>
                {pairs.map((pair) => (
                  <div key={`${pair.a.id} ${pair.b.id}`}>
                    <h3>
                      {pair.a.name} and {pair.b.name}
                    </h3>
                    <AgreementTable
                      pair={pair}
                      caption={`${pair.a.name} and ${pair.b.name} on ${title}`}
                      workspaceSlug={slug}
                      articleId={articleId}
                    />
                  </div>
                ))}
              </details>
            ))}
          </section>
        </>
      )}
    </div>
  );
}

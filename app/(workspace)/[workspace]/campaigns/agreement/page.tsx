import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/app/_ui/empty-state';
import { PlaceLink } from '@/app/_ui/place-link';
import { requireContext } from '@/lib/auth/current-context';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import { listCampaigns } from '@/lib/usecases/list-campaigns';
import { showAgreement } from '@/lib/usecases/show-agreement';
import { CampaignTabs } from '../_components/campaign-tabs';
import { AgreementFilter } from './_components/agreement-filter';
import { type AgreementSearch, agreementSearchFrom } from './_components/agreement-places';
import { AgreementTable } from './_components/agreement-table';
import { AttributeTable } from './_components/attribute-table';
import { JointTable } from './_components/joint-table';
import { OverTime } from './_components/over-time';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Agreement' };

/** Of more articles the page would be longer than anybody reads. */
const MOST_ARTICLES = 100;

/** How well people who annotated the same articles blind agree. */
export default async function AgreementPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/campaigns/agreement'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/campaigns/agreement`);
  const asked = agreementSearchFrom(await searchParams);
  const shown = await showAgreement(context, { slug, query: { ...asked, over: 'month' } });
  if (!shown.ok) notFound();
  const campaigns = await listCampaigns(context, { slug, query: { limit: '500' } });
  const { articles, annotators = [] } = shown.value;
  const compared = articles.filter(({ pairs }) => pairs.length > 0);
  const listed = campaigns.ok ? campaigns.value.items : [];
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
      {(annotators.length > 0 || asked.campaign) && (
        <div className={styles.filter}>
          <AgreementFilter asked={asked} campaigns={listed} annotators={annotators} />
        </div>
      )}
      {compared.length === 0 ? (
        <EmptyState title="Nothing to compare yet">
          When two people have annotated the same article blind and an editor has revealed their passes, the
          figures stand here. A blind pass begins in an article, under “More tools”.
        </EmptyState>
      ) : (
        <Comparison agreement={shown.value} compared={compared} slug={slug} asked={asked} />
      )}
    </div>
  );
}

function Comparison({
  agreement: { overall, overTime = [], labels = {} },
  compared,
  slug,
  asked,
}: {
  agreement: Agreement;
  compared: Agreement['articles'];
  slug: string;
  asked: AgreementSearch;
}) {
  const isMoreThanOnePair = overall.pairs.length > 1;
  return (
    <>
      {isMoreThanOnePair && (
        <section className="section">
          <h2>All annotators together</h2>
          <p className="soft small">
            Krippendorff’s alphas of everybody at once, whoever they are; articles that as many people
            annotated stand in one row.
          </p>
          <JointTable joint={overall.joint} caption="All annotators together, all articles" />
        </section>
      )}
      {overall.pairs.map((pair) => {
        const names = `${pair.a.name} and ${pair.b.name}`;
        const months = overTime.find(({ a, b }) => a.id === pair.a.id && b.id === pair.b.id);
        return (
          <section key={`${pair.a.id} ${pair.b.id}`} className="section">
            <h2>{names}</h2>
            <p className="soft small">
              Over {pair.articles} {pair.articles === 1 ? 'article' : 'articles'}. Each figure leads to the
              disagreements behind it.
              {pair.intervals && ' Below it: where it lies with 95 % confidence, by drawing articles anew.'}
            </p>
            <h3 className={styles.part}>What they marked</h3>
            <AgreementTable {...{ pair, asked }} caption={`${names}, all articles`} workspaceSlug={slug} />
            <h3 className={styles.part}>What they said of the spans that both marked</h3>
            <AttributeTable
              {...{ pair, asked, labels }}
              caption={`${names}, attributes, all articles`}
              workspaceSlug={slug}
            />
            {months && (
              <>
                <h3 className={styles.part}>Over time</h3>
                <p className="soft small">
                  An article counts in the month in which the later of the two submitted it. F1 is of spans
                  that are mostly the same; “so far” is over all articles since the first.
                </p>
                <OverTime pair={months} workspaceSlug={slug} asked={asked} />
              </>
            )}
          </section>
        );
      })}
      <section className="section">
        <h2>By article</h2>
        {compared.length > MOST_ARTICLES && (
          <p className="soft small">
            The first {MOST_ARTICLES} of {compared.length}. Choose a campaign to see others.
          </p>
        )}
        {compared.slice(0, MOST_ARTICLES).map((article) => (
          <details key={article.articleId}>
            <summary className={styles.article}>
              {article.title} ({article.pairs.length} {article.pairs.length === 1 ? 'pair' : 'pairs'})
            </summary>
            {article.pairs.length > 1 && (
              <>
                <h3 className={styles.part}>All together</h3>
                <JointTable joint={article.joint} caption={`All annotators together on ${article.title}`} />
              </>
            )}
            {article.pairs.map((pair) => (
              <div key={`${pair.a.id} ${pair.b.id}`}>
                <h3 className={styles.part}>
                  {pair.a.name} and {pair.b.name}
                </h3>
                <AgreementTable
                  {...{ pair, asked }}
                  caption={`${pair.a.name} and ${pair.b.name} on ${article.title}`}
                  workspaceSlug={slug}
                  articleId={article.articleId}
                />
                <AttributeTable
                  {...{ pair, asked, labels }}
                  caption={`${pair.a.name} and ${pair.b.name} on ${article.title}, attributes`}
                  workspaceSlug={slug}
                  articleId={article.articleId}
                />
              </div>
            ))}
          </details>
        ))}
      </section>
    </>
  );
}

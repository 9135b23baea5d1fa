import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/app/_ui/empty-state';
import { PlaceLink } from '@/app/_ui/place-link';
import { RelativeTime } from '@/app/_ui/relative-time';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import type { ListedAdjudication } from '@/lib/domain/adjudication/adjudication-schema';
import { listAdjudication } from '@/lib/usecases/list-adjudication';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { CampaignTabs } from '../_components/campaign-tabs';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Adjudication' };

/** The articles that were annotated apart, and how much of each is settled. */
export default async function AdjudicationPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/campaigns/adjudication'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/campaigns/adjudication`);
  const workspace = await showWorkspace(context, { slug });
  if (!workspace.ok) notFound();
  const { cursor, articles, campaign } = await searchParams;
  const query = {
    limit: '50',
    ...(typeof cursor === 'string' && { cursor }),
    ...(typeof articles === 'string' && { articles }),
    ...(typeof campaign === 'string' && { campaign }),
  };
  const listed = await listAdjudication(context, { slug, query });
  const mayDecide = listed.ok || listed.error.code !== 'forbidden';
  if (!listed.ok && mayDecide) notFound();
  const next = listed.ok && listed.value.nextCursor;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Adjudication</h1>
          <p className="lede">
            Where people annotated the same article apart, an editor decides mark by mark what stands for
            everybody. <PlaceLink href={'/help/adjudication' as Route}>How this works</PlaceLink>
          </p>
        </div>
      </header>
      <CampaignTabs slug={slug} current="campaigns/adjudication" />
      {query.campaign && (
        <p>
          The articles of one campaign.{' '}
          <PlaceLink href={`/${slug}/campaigns/adjudication` as Route}>Show all articles</PlaceLink>
        </p>
      )}
      {!listed.ok ? (
        <EmptyState title="Editors decide here">
          What became of your own marks stands on the page of each article that you annotated, once its passes
          are revealed.
        </EmptyState>
      ) : listed.value.items.length === 0 ? (
        <EmptyState title="Nothing to decide yet">
          When blind passes on an article are revealed, the article stands here. Passes are begun and revealed
          in the article itself, under “More tools”.
        </EmptyState>
      ) : (
        <Articles items={listed.value.items} slug={slug} timeZone={workspace.value.workspace.timeZone} />
      )}
      {next && (
        <ShowMore
          href={`/${slug}/campaigns/adjudication?${new URLSearchParams({ ...query, cursor: next })}` as Route}
        />
      )}
    </div>
  );
}

const Articles = ({
  items,
  slug,
  timeZone,
}: {
  items: readonly ListedAdjudication[];
  slug: string;
  timeZone: string;
}) => (
  <div className="table-scroll">
    <table className="table table-fold">
      <thead>
        <tr>
          <th scope="col">Article</th>
          <th scope="col">Annotated by</th>
          <th scope="col">Revealed</th>
          <th scope="col">Decided</th>
          <th scope="col" className="number">
            Waiting
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ articleId, title, annotators, revealedAt, progress, disagreements }) => (
          <tr key={articleId}>
            <th scope="row">
              <PlaceLink href={`/${slug}/campaigns/adjudication/${articleId}` as Route}>
                <span dir="auto">{title}</span>
              </PlaceLink>
            </th>
            <td>{new Intl.ListFormat('en').format(annotators.map(({ name }) => name))}</td>
            <td>
              <RelativeTime instant={revealedAt} timeZone={timeZone} />
            </td>
            <td>
              <span className={styles.bar} aria-hidden="true">
                <span
                  style={{
                    inlineSize: `${progress.units ? (100 * progress.decided) / progress.units : 100}%`,
                  }}
                />
              </span>{' '}
              {progress.decided} of {progress.units}
              <span className={styles.folded}> decided</span>
              {disagreements > 0 && (
                <span className="soft">
                  {' '}
                  ({disagreements} kept as disagreement{disagreements > 1 && 's'})
                </span>
              )}
            </td>
            <td className="number">
              {progress.waiting}
              <span className={styles.folded}> waiting</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

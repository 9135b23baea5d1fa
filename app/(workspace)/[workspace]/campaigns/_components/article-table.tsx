import type { Route } from 'next';
import Link from 'next/link';
import { wordOfWork } from '@/app/_marks/campaign-words';
import { momentInWords } from '@/app/_ui/dates';
import { type Campaign, type CampaignArticle, isLate, type Place } from '@/lib/domain/campaign';
import styles from './campaigns.module.css';
import { GiveArticle, TakeBack } from './give-out';

/** The articles of a campaign: who has each and how far they are, and to whom a free place can be given. */
export function ArticleTable({
  slug,
  campaign,
  articles,
  people,
  today,
  timeZone,
}: {
  slug: string;
  campaign: Campaign;
  articles: readonly CampaignArticle[];
  /** Those whom the campaign asks. */
  people: readonly { id: string; name: string }[];
  today: string;
  timeZone: string;
}) {
  const wanted = campaign.annotatorsPerArticle;
  return (
    <div className="table-scroll">
      <table className="table table-fold">
        <caption className="visually-hidden">Articles of the campaign</caption>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Who</th>
            <th scope="col">Places</th>
          </tr>
        </thead>
        <tbody>
          {articles.map(({ article, places }) => {
            const done = places.filter(({ state }) => state === 'submitted').length;
            const free = Math.max(0, wanted - places.length);
            const having = new Set(places.map(({ annotator }) => annotator.id));
            return (
              <tr key={article.id}>
                <th scope="row" className={styles.title}>
                  <Link href={`/${slug}/articles/${article.id}` as Route}>{article.title}</Link>
                </th>
                <td>
                  {places.length === 0 ? (
                    'nobody yet'
                  ) : (
                    <ul className={styles.who}>
                      {places.map((place) => (
                        <li key={place.annotator.id}>
                          <span>
                            {place.annotator.name}:{' '}
                            <PlaceWords place={place} {...{ campaign, today, timeZone }} />
                          </span>
                          {place.assignmentId && place.state !== 'submitted' && (
                            <TakeBack
                              assignmentId={place.assignmentId}
                              person={place.annotator.name}
                              title={article.title}
                            />
                          )}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
                <td>
                  {done} of {wanted} submitted
                  {free > 0 && `, ${free} free`}
                  {free > 0 && campaign.state === 'open' && (
                    <GiveArticle
                      campaignId={campaign.id}
                      article={article}
                      people={people.filter(({ id }) => !having.has(id))}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function PlaceWords({
  place,
  campaign,
  today,
  timeZone,
}: {
  place: Place;
  campaign: Campaign;
  today: string;
  timeZone: string;
}) {
  const isDueOver = isLate({ dueOn: campaign.dueOn, state: place.state }, today);
  return (
    <>
      <span className={isDueOver ? styles.late : undefined}>
        {wordOfWork(place.state)}
        {isDueOver && ', late'}
      </span>
      {place.state === 'waiting' &&
        place.expiresAt &&
        ` (held until ${momentInWords(place.expiresAt, timeZone)})`}
      {place.assignmentId === null && ' (without being asked)'}
    </>
  );
}

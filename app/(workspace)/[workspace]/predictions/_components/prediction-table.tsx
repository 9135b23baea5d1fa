import type { Route } from 'next';
import Link from 'next/link';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { wordOfPredictionState, wordOfStatus } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import { dayInBrief } from '@/app/_ui/dates';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { PredictionPage } from '@/lib/usecases/list-predictions';
import { OutcomeButton } from './outcome-desk';
import { hrefFrom, type PredictionListing } from './prediction-listing';
import styles from './predictions.module.css';

type Listed = PredictionPage['items'][number];

/** The words first, then who said it and how surely, by when, where, and what became of it. */
export function PredictionTable({
  slug,
  here,
  listing,
  predictions,
  canVerify,
}: {
  slug: string;
  here: string;
  listing: PredictionListing;
  predictions: readonly Listed[];
  canVerify: boolean;
}) {
  const sorted = (sort: PredictionListing['sort'], word: string) => (
    <Link href={hrefFrom(here, { ...listing, sort })} className={styles.sort} scroll={false}>
      {word}
    </Link>
  );
  const isByDeadline = listing.sort === '' || listing.sort === 'latest';
  return (
    <div className="table-scroll">
      <table className={`table table-fold ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Prediction</th>
            <th
              scope="col"
              className={styles.source}
              aria-sort={listing.sort === 'source' ? 'ascending' : undefined}
            >
              {sorted('source', 'Source')}
            </th>
            <th scope="col" className={styles.likelihood}>
              How likely
            </th>
            <th
              scope="col"
              className={styles.horizon}
              aria-sort={isByDeadline ? (listing.sort === '' ? 'ascending' : 'descending') : undefined}
            >
              {sorted(listing.sort === '' ? 'latest' : '', 'By when')}
            </th>
            <th
              scope="col"
              className={styles.article}
              aria-sort={listing.sort === 'article' ? 'ascending' : undefined}
            >
              {sorted('article', 'Article')}
            </th>
            <th scope="col" className={styles.state}>
              Where it stands
            </th>
          </tr>
        </thead>
        <tbody>
          {predictions.map((prediction) => (
            <PredictionRow key={prediction.id} slug={slug} listed={prediction} canVerify={canVerify} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PredictionRow({ slug, listed, canVerify }: { slug: string; listed: Listed; canVerify: boolean }) {
  const { article, state, outcomeKnownAt, ...annotation } = listed;
  const words = wordsOf(annotation);
  const [hop, ...relays] = annotation.attribution;
  return (
    <tr data-state={state}>
      <th scope="row">
        <Link
          href={`/${slug}/articles/${article.id}#annotation-${annotation.id}` as Route}
          className={styles.words}
        >
          {words}
        </Link>
      </th>
      <td>
        <span className={styles.named} title={sourcesInWords(annotation)}>
          {hop ? hop.source.name : <span className="soft">Nobody named</span>}
          {relays.length > 0 && (
            <span className="soft"> via {relays.map(({ source }) => source.name).join(', ')}</span>
          )}
        </span>
      </td>
      <td>
        <Likelihood prediction={annotation.prediction} />
      </td>
      <td>
        <Horizon prediction={annotation.prediction} />
      </td>
      <td>
        <span className={styles.title} title={article.title}>
          {article.title}
        </span>
      </td>
      <td>
        <div className={styles.standsAt}>
          <Standing state={state} status={annotation.status} outcomeKnownAt={outcomeKnownAt} />
          {canVerify && (
            <OutcomeButton
              annotation={annotation}
              label={state === 'resolved' || state === 'void' ? 'Correct' : 'Record outcome'}
              words={words}
            />
          )}
        </div>
      </td>
    </tr>
  );
}

const sourcesInWords = ({ attribution }: Pick<Listed, 'attribution'>): string =>
  attribution.map(({ source }) => source.name).join(', via ');

function Likelihood({ prediction }: Pick<Listed, 'prediction'>) {
  const { likelihoodWords = null, probability = null } = prediction ?? {};
  return (
    <>
      {likelihoodWords && `“${likelihoodWords}”`}
      {likelihoodWords && probability !== null && ', '}
      {probability !== null && <span className="figures">{`${Math.round(probability * 100)}\u00a0%`}</span>}
    </>
  );
}

function Horizon({ prediction }: Pick<Listed, 'prediction'>) {
  const { horizonText = null, deadline = null } = prediction ?? {};
  return (
    <>
      {horizonText && (
        <span className="soft">
          “{horizonText}” {deadline && '→ '}
        </span>
      )}
      {deadline ? (
        <time dateTime={deadline} className={styles.day}>
          {dayInBrief(deadline)}
        </time>
      ) : (
        <span className="soft">no deadline</span>
      )}
    </>
  );
}

function Standing({ state, status, outcomeKnownAt }: Pick<Listed, 'state' | 'status' | 'outcomeKnownAt'>) {
  if (state === 'resolved' || state === 'void')
    return (
      <>
        <span className={styles.outcome}>
          <StatusGlyph status={status} />
        </span>
        {outcomeKnownAt && <span className={styles.known}>{dayInBrief(outcomeKnownAt)}</span>}
      </>
    );
  return (
    <span className={classNames(styles.standing, state === 'overdue' && styles.overdue)}>
      <StatusGlyph status={status} glyphOnly /> {wordOfPredictionState(state)}
      {status === 'in_review' && <span className="soft">, {wordOfStatus(status).toLowerCase()}</span>}
    </span>
  );
}

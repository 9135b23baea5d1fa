import type { Route } from 'next';
import Link from 'next/link';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import {
  wordOfConditionState,
  wordOfDeadlineBasis,
  wordOfPredictionState,
  wordOfStatus,
} from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import { dayInBrief } from '@/app/_ui/dates';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { CriteriaState } from '@/lib/domain/listed-prediction';
import { measureInWords } from '@/lib/domain/threshold-words';
import type { PredictionPage } from '@/lib/usecases/list-predictions';
import { OpenPrediction } from './outcome-desk';
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
  secondResolver,
}: {
  slug: string;
  here: string;
  listing: PredictionListing;
  predictions: readonly Listed[];
  canVerify: boolean;
  secondResolver: boolean;
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
            <th scope="col" className={styles.judged}>
              Judged by
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
            <PredictionRow
              key={prediction.id}
              slug={slug}
              listed={prediction}
              canVerify={canVerify}
              secondResolver={secondResolver}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PredictionRow({
  slug,
  listed,
  canVerify,
  secondResolver,
}: {
  slug: string;
  listed: Listed;
  canVerify: boolean;
  secondResolver: boolean;
}) {
  const { article, state, outcomeKnownAt, likelihood, criteriaState, horizon, resolution, ...annotation } =
    listed;
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
        <Likelihood prediction={annotation.prediction} likelihood={likelihood} />
      </td>
      <td>
        <Horizon prediction={annotation.prediction} horizon={horizon} />
      </td>
      <td className={styles.judgedCell}>
        <Measure annotation={annotation} criteriaState={criteriaState} words={words} />
      </td>
      <td>
        <span className={styles.title} title={article.title}>
          {article.title}
        </span>
      </td>
      <td>
        <div className={styles.standsAt}>
          <Standing state={state} status={annotation.status} outcomeKnownAt={outcomeKnownAt} />
          {canVerify &&
            (secondResolver ? (
              <Link href={`/${slug}/predictions/${annotation.id}/resolve` as Route} className={styles.record}>
                {resolution === 'waiting'
                  ? 'Waiting for a second resolver'
                  : resolution === 'disagreement'
                    ? 'Two resolvers differ'
                    : state === 'resolved' || state === 'void'
                      ? 'Resolve again'
                      : 'Resolve'}
                <span className="visually-hidden">: {words}</span>
              </Link>
            ) : (
              <OpenPrediction
                purpose="outcome"
                annotation={annotation}
                label={state === 'resolved' || state === 'void' ? 'Correct' : 'Record outcome'}
                words={words}
              />
            ))}
        </div>
      </td>
    </tr>
  );
}

const sourcesInWords = ({ attribution }: Pick<Listed, 'attribution'>): string =>
  attribution.map(({ source }) => source.name).join(', via ');

function Likelihood({ prediction, likelihood }: Pick<Listed, 'prediction' | 'likelihood'>) {
  const { likelihoodWords = null, probability = null } = prediction ?? {};
  const { interval } = likelihood;
  return (
    <>
      {likelihoodWords && `“${likelihoodWords}”`}
      {interval && (
        <span className={classNames('figures', probability === null && 'soft')}>
          {' '}
          {interval.low === interval.high
            ? `${inPercent(interval.low)}\u00a0%`
            : `${inPercent(interval.low)}–${inPercent(interval.high)}\u00a0%`}
        </span>
      )}
      {likelihood.class === 'hedge' && <span className="soft"> a hedge</span>}
    </>
  );
}

const inPercent = (share: number): number => Math.round(share * 100);

function Horizon({ prediction, horizon }: Pick<Listed, 'prediction' | 'horizon'>) {
  const {
    horizonText = null,
    deadline = null,
    deadlineBasis = null,
    deadlineEarliest = null,
  } = prediction ?? {};
  return (
    <>
      {horizonText && (
        <span className="soft">
          “{horizonText}” {deadline && '→ '}
        </span>
      )}
      {deadline ? (
        <>
          {deadlineEarliest && deadlineEarliest !== deadline && (
            <span className={styles.day}>{dayInBrief(deadlineEarliest)} – </span>
          )}
          <time dateTime={deadline} className={styles.day}>
            {dayInBrief(deadline)}
          </time>
          {deadlineBasis && deadlineBasis !== 'editor' && (
            <span className={styles.basis}>{wordOfDeadlineBasis(deadlineBasis)}</span>
          )}
        </>
      ) : (
        <>
          <span className="soft">no deadline</span>
          {horizon && (
            <span className={styles.basis}>
              {horizon.deadline
                ? `the words allow until ${dayInBrief(horizon.deadline)} (${horizon.basis})`
                : horizon.reason}
            </span>
          )}
        </>
      )}
    </>
  );
}

/** By which measure it is judged, whether that is fixed, and how its condition stands. */
function Measure({
  annotation,
  criteriaState,
  words,
}: {
  annotation: Annotation;
  criteriaState: CriteriaState;
  words: string;
}) {
  const { prediction, tracking } = annotation;
  const measure = prediction && measureInWords(prediction);
  return (
    <>
      {measure && <span className={styles.line}>{measure}</span>}
      {prediction?.condition && tracking?.condition && (
        <span className={styles.line} data-condition={tracking.condition}>
          <span className="soft">Condition:</span> {wordOfConditionState(tracking.condition).toLowerCase()}
        </span>
      )}
      <OpenPrediction
        purpose="follow"
        annotation={annotation}
        label={CRITERIA_WORDS[criteriaState]}
        words={words}
      />
    </>
  );
}

const CRITERIA_WORDS: Record<CriteriaState, string> = {
  none: 'No criteria yet',
  written: 'Criteria written',
  locked: 'Criteria locked',
  post_hoc: 'Judged post hoc',
};

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

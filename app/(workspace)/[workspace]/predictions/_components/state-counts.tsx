import Link from 'next/link';
import { wordOfPredictionState } from '@/app/_marks/words';
import { PREDICTION_STATES, type PredictionState } from '@/lib/domain/vocabulary';
import { hrefFrom, type PredictionListing } from './prediction-listing';
import styles from './predictions.module.css';

/** How many predictions stand in each state; each count leads to them. */
export function StateCounts({
  here,
  counts,
  listing,
}: {
  here: string;
  counts: Partial<Record<PredictionState, number>>;
  listing: PredictionListing;
}) {
  return (
    <ul className={styles.counts} aria-label="How many there are">
      {PREDICTION_STATES.map((state) => (
        <li key={state}>
          <Link
            href={hrefFrom(here, { ...listing, state })}
            aria-current={listing.state === state ? 'true' : undefined}
            className={styles.count}
          >
            <span className={styles.figure}>{counts[state] ?? 0}</span>{' '}
            {wordOfPredictionState(state).toLowerCase()}
          </Link>
        </li>
      ))}
    </ul>
  );
}

import type { Route } from 'next';
import { PlaceLink } from '@/app/_ui/place-link';
import type { UndefinedReason } from '@/lib/domain/agreement/kind-figures';
import styles from './agreement-table.module.css';
import { WORDS_OF_UNDEFINED } from './undefined-words';

/** A figure that leads to what is behind it, with its interval; or why there is none. `of` names it for those who hear it. */
export function Figure({
  figure,
  reason,
  interval = null,
  href,
  of,
}: {
  figure: number | null | undefined;
  reason: UndefinedReason | undefined;
  interval?: { low: number; high: number } | null;
  href?: Route | null;
  of?: string;
}) {
  if (figure === null || figure === undefined)
    return (
      <span className={styles.undefined}>not defined: {reason ? WORDS_OF_UNDEFINED[reason] : 'no data'}</span>
    );
  return (
    <>
      {href ? (
        <PlaceLink href={href} aria-label={`${inFigures(figure)}: disagreements, ${of}`}>
          {inFigures(figure)}
        </PlaceLink>
      ) : (
        inFigures(figure)
      )}
      {interval && (
        <span className={styles.interval}>
          {inFigures(interval.low)}–{inFigures(interval.high)}
        </span>
      )}
    </>
  );
}

/** Two digits, with a minus that is one. What is less than full agreement never reads as full. */
export const inFigures = (figure: number): string =>
  figure < 1 && figure.toFixed(2) === '1.00' ? '> 0.99' : figure.toFixed(2).replace('-', '−');

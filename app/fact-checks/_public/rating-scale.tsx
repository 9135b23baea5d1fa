import { StatusGlyph } from '@/app/_marks/status-glyph';
import { meaningOfStatus } from '@/app/_marks/status-meanings';
import { ratingOf } from '@/lib/domain/claim-rating';
import { type Kind, type Status, STATUSES } from '@/lib/domain/vocabulary';
import styles from './public-page.module.css';

/** What each verdict means, and the number that machines are given for it. */
export function RatingScale({ kind }: { kind: Kind }) {
  const statuses = (STATUSES[kind] as readonly Status[]).filter((status) => ratingOf(status) !== null);
  return (
    <details className={styles.scale}>
      <summary>What the verdicts mean</summary>
      <dl>
        {statuses.map((status) => (
          <div key={status}>
            <dt>
              <StatusGlyph status={status} />
            </dt>
            <dd>
              {meaningOfStatus(status)}. {numberInWords(status)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function numberInWords(status: Status): string {
  const value = ratingOf(status)?.value ?? null;
  return value === null
    ? 'Given to search engines without a number.'
    : `Given to search engines as ${value} of 5.`;
}

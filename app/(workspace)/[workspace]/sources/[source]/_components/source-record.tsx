import type { Route } from 'next';
import Link from 'next/link';
import { percent, percentRange } from '@/app/_ui/percent';
import type { ShownSource } from '@/lib/domain/source';
import { decimal } from '../../../predictions/scoreboard/_components/decimal';
import styles from './source-page.module.css';

/** How its predictions came out, reckoned as on the scoreboard. What cannot be computed is left out, never a nought. */
export function SourceRecord({ slug, record }: { slug: string; record: ShownSource['record'] }) {
  const { figures, scale } = record;
  const { n, resolved, open, overdue, void: empty, hedges, hitRate, brier } = figures;
  return (
    <section className="section">
      <h2>Predictions and record</h2>
      <dl className={styles.record}>
        <Figure term="Predictions">{n}</Figure>
        <Figure term="Resolved">{resolved}</Figure>
        <Figure term="Open">{open}</Figure>
        <Figure term="Overdue">{overdue}</Figure>
        <Figure term="Void">{empty}</Figure>
        {hedges && <Figure term="Hedged">{percent(hedges.rate)}</Figure>}
        <Figure term="Hit rate">
          {hitRate ? `${percent(hitRate.rate)} (${percentRange(hitRate.interval)}, n = ${hitRate.n})` : '–'}
        </Figure>
        <Figure term="Brier score">
          {brier
            ? `${decimal(brier.mid)} (${decimal(brier.low)} to ${decimal(brier.high)}, n = ${brier.n})`
            : '–'}
        </Figure>
      </dl>
      <p className="soft small">
        Each prediction counts once a day, however many papers ran it; words are read with {scale.name}.{' '}
        <Link href={`/${slug}/predictions/scoreboard` as Route}>All records on the scoreboard</Link>
      </p>
    </section>
  );
}

const Figure = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

import { dayInBrief } from '@/app/_ui/dates';
import type { SettlingProposal } from '@/lib/domain/proposition';
import { DismissSettling } from './dismiss-settling';
import styles from './propositions.module.css';
import { StatementView } from './statement-view';

/** Passages of later articles that may settle predictions, each under the prediction. Nothing is applied by itself. */
export function SettlingProposals({
  slug,
  proposals,
  mayDecide,
}: {
  slug: string;
  proposals: readonly SettlingProposal[];
  mayDecide: boolean;
}) {
  if (proposals.length === 0) return null;
  return (
    <section className="section" aria-labelledby="settling">
      <h2 id="settling">May be settled by later articles</h2>
      <p className="soft small">
        Found by comparing words. Read the passage; record the outcome if it tells what became of the
        prediction.
      </p>
      <ul className={styles.settling}>
        {proposals.map(({ id, prediction, passage, reasons }) => (
          <li key={id} className={styles.item}>
            <div className={styles.sides}>
              <div role="group" className={styles.side} aria-label="Foretold">
                <h3 className={styles.label}>
                  Foretold{prediction.deadline && `, by ${dayInBrief(prediction.deadline)}`}
                </h3>
                <StatementView slug={slug} statement={prediction} />
              </div>
              <div role="group" className={styles.side} aria-label="Reported later">
                <h3 className={styles.label}>Reported later</h3>
                <StatementView slug={slug} statement={passage} />
              </div>
            </div>
            <p className={styles.reason}>{reasons.join(' ')}</p>
            {mayDecide && (
              <div className={styles.actions}>
                <DismissSettling id={id} words={passage.words} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

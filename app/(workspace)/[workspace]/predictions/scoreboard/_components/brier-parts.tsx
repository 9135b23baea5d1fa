import type { Scoreboard } from '@/lib/domain/scoreboard-schema';
import { nameOfRow } from './row-in-words';
import styles from './scoreboard.module.css';

const three = (value: number): string => value.toFixed(3).replace('-', '−');

/** The five parts of each Brier score, for those who want to see what it is made of. */
export function BrierParts({ board: { rows, total, by } }: { board: Scoreboard }) {
  const told = [
    ...rows.map((row) => ({ key: row.key, name: nameOfRow(by, row), parts: row.figures.decomposition })),
    { key: 'total', name: 'All of them', parts: total.decomposition },
  ];
  return (
    <details className={`section ${styles.parts}`}>
      <summary>What the Brier scores are made of</summary>
      <p className="soft small">
        At the middles of the intervals, in steps of 10&nbsp;%: reliability − resolution + uncertainty +
        within-bin variance − within-bin covariance is exactly the score (Stephenson, Coelho and Jolliffe
        2008).
      </p>
      <div className="table-scroll" role="region" aria-label="Parts of the Brier scores" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Who</th>
              {[
                'n',
                'Reliability',
                'Resolution',
                'Uncertainty',
                'Within-bin variance',
                'Within-bin covariance',
                'Brier',
              ].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map(
              ({ key, name, parts }) =>
                parts && (
                  <tr key={key}>
                    <th scope="row">{name}</th>
                    <td className="number">{parts.n}</td>
                    <td className="number">{three(parts.reliability)}</td>
                    <td className="number">−{three(parts.resolution)}</td>
                    <td className="number">{three(parts.uncertainty)}</td>
                    <td className="number">{three(parts.withinBinVariance)}</td>
                    <td className="number">{three(-parts.withinBinCovariance)}</td>
                    <td className="number">{three(parts.brier)}</td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}

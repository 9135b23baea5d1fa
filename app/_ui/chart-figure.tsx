import type { ReactNode } from 'react';
import styles from './chart.module.css';

/** A chart under its finding, with what it rests on, and its figures as a table one key away. */
export function ChartFigure({
  finding,
  note,
  table,
  children,
}: {
  finding: string;
  note?: ReactNode;
  table: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h2 className={styles.finding}>{finding}</h2>
        {note && <p className={styles.note}>{note}</p>}
      </figcaption>
      {children}
      {table && (
        <details className={styles.data}>
          <summary>Show as a table</summary>
          <div className="table-scroll" role="region" aria-label={`Table: ${finding}`} tabIndex={0}>
            {table}
          </div>
        </details>
      )}
    </figure>
  );
}

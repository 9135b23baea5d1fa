import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { wordOfSourceType } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import { percent, percentRange } from '@/app/_ui/percent';
import type { Scoreboard, ScoreboardRow, ScoreFigures } from '@/lib/domain/scoreboard-schema';
import { decimal } from './decimal';
import { nameOfRow } from './row-in-words';
import styles from './scoreboard.module.css';

const NAMES = { source: 'Source', outlet: 'Outlet', topic: 'Topic', time: 'Said in' } as const;

/** Every figure of every row, the sum of all last. What cannot be computed is a dash, never a nought. */
export function ScoreTable({ slug, board }: { slug: string; board: Scoreboard }) {
  const { by, rows, total, smallestRanked } = board;
  return (
    <div className="table-scroll" role="region" aria-label="Table of all figures" tabIndex={0}>
      <table className={`table ${styles.table}`}>
        <caption className={styles.caption}>
          Each prediction counts once for a source and a day, however many papers ran it. Nobody is ranked
          below n&nbsp;=&nbsp;{smallestRanked}.
        </caption>
        <thead>
          <tr>
            <th scope="col">{NAMES[by]}</th>
            <Head>n</Head>
            <Head>Resolved</Head>
            <Head>Open</Head>
            <Head>Overdue</Head>
            <Head>Void</Head>
            <Head>Hedged</Head>
            <Head>Hit rate</Head>
            <Head>Brier score</Head>
            <Head>Skill</Head>
            {by !== 'time' && <Head>Rank</Head>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <RowName slug={slug} by={by} row={row} />
              </th>
              <Figures figures={row.figures} />
              {by !== 'time' && (
                <Cell label="Rank" isWide>
                  {rankInWords(row.rank)}
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All of them</th>
            <Figures figures={total} />
            {by !== 'time' && <td />}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const Head = ({ children }: { children: ReactNode }) => (
  <th scope="col" className="number">
    {children}
  </th>
);

/** On a narrow screen the column's name stands before the figure. */
const Cell = ({ label, isWide, children }: { label: string; isWide?: boolean; children: ReactNode }) => (
  <td className={classNames('number', isWide && styles.wide)} data-label={label}>
    <div>{children}</div>
  </td>
);

function RowName({ slug, by, row }: { slug: string; by: Scoreboard['by']; row: ScoreboardRow }) {
  const { article, sourceType } = row;
  return (
    <>
      {row.sourceId && !article ? (
        <Link href={`/${slug}/sources/${row.sourceId}` as Route}>{nameOfRow(by, row)}</Link>
      ) : (
        nameOfRow(by, row)
      )}
      {article ? (
        <div className={styles.aside}>
          {sourceType ? `${wordOfSourceType(sourceType)}, in ` : 'in '}
          <Link href={`/${slug}/articles/${article.id}` as Route}>{article.title}</Link>
        </div>
      ) : (
        sourceType && <div className={styles.aside}>{wordOfSourceType(sourceType)}</div>
      )}
    </>
  );
}

function Figures({ figures }: { figures: ScoreFigures }) {
  const { n, resolved, open, overdue, void: empty, hedges } = figures;
  return (
    <>
      <Cell label="n">{n}</Cell>
      <Cell label="Resolved">{resolved}</Cell>
      <Cell label="Open">{open}</Cell>
      <Cell label="Overdue">{overdue}</Cell>
      <Cell label="Void">{empty}</Cell>
      <Cell label="Hedged">{hedges ? percent(hedges.rate) : '–'}</Cell>
      <Cell label="Hit rate" isWide>
        <HitRate figures={figures} />
      </Cell>
      <Cell label="Brier score" isWide>
        <Brier figures={figures} />
      </Cell>
      <Cell label="Skill" isWide>
        <Skill figures={figures} />
      </Cell>
    </>
  );
}

function HitRate({
  figures: { hitRate, partlyTrue, hitRateWithPartial, overdue, hitRateIfOverdueFailed },
}: {
  figures: ScoreFigures;
}) {
  return (
    <>
      {hitRate ? (
        <>
          {percent(hitRate.rate)}{' '}
          <span className={styles.aside}>
            {percentRange(hitRate.interval)}, n&nbsp;=&nbsp;{hitRate.n}
          </span>
        </>
      ) : (
        '–'
      )}
      {partlyTrue > 0 && hitRateWithPartial && (
        <div className={styles.aside}>
          {percentRange(hitRateWithPartial)} with {partlyTrue} true in part
        </div>
      )}
      {overdue > 0 && hitRateIfOverdueFailed && (
        <div className={styles.aside}>{percent(hitRateIfOverdueFailed.rate)} if all overdue failed</div>
      )}
    </>
  );
}

function Brier({ figures: { brier, brierWithPartial, brierIfOverdueFailed } }: { figures: ScoreFigures }) {
  const hasPartial = (brierWithPartial?.n ?? 0) > (brier?.n ?? 0);
  const hasOverdue = (brierIfOverdueFailed?.n ?? 0) > (brier?.n ?? 0);
  return (
    <>
      {brier ? (
        <>
          {decimal(brier.mid)}{' '}
          <span className={styles.aside}>
            {decimal(brier.low)}–{decimal(brier.high)}, n&nbsp;=&nbsp;{brier.n}
          </span>
        </>
      ) : (
        '–'
      )}
      {hasPartial && brierWithPartial && (
        <div className={styles.aside}>
          {decimal(brierWithPartial.low)}–{decimal(brierWithPartial.high)} with those true in part
        </div>
      )}
      {hasOverdue && brierIfOverdueFailed && (
        <div className={styles.aside}>
          {decimal(brierIfOverdueFailed.low)}–{decimal(brierIfOverdueFailed.high)} if all overdue failed
        </div>
      )}
    </>
  );
}

function Skill({ figures: { skill } }: { figures: ScoreFigures }) {
  if (!skill) return '–';
  return (
    <>
      {decimal(skill.mid)}{' '}
      <span className={styles.aside}>
        {decimal(skill.low)} to {decimal(skill.high)}
      </span>
      <div className={styles.aside}>base rate {percent(skill.baseRate)}</div>
    </>
  );
}

function rankInWords({ hitRate, brier }: ScoreboardRow['rank']): ReactNode {
  if (hitRate === null && brier === null) return <span className="soft">n too small</span>;
  return (
    <>
      {hitRate !== null && <div>{hitRate}. by hits</div>}
      {brier !== null && <div>{brier}. by Brier</div>}
    </>
  );
}

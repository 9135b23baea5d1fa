import { ChartFigure } from '@/app/_ui/chart-figure';
import { IntervalPlot, type PlottedInterval } from '@/app/_ui/interval-plot';
import { percent, percentRange } from '@/app/_ui/percent';
import type { Scoreboard, ScoreFigures } from '@/lib/domain/scoreboard-schema';
import { nameOfRow } from './row-in-words';

/** More rows than this are told by the table. */
const MOST_PLOTTED = 10;

/** How often each was right, with the interval that so many cases leave. */
export function HitRateFigure({ board }: { board: Scoreboard }) {
  const { rows, by, total } = board;
  const named = rows
    .flatMap((row) => plotted(row.key, nameOfRow(by, row), row.figures))
    .sort((a, b) => (by === 'time' ? 0 : b.n - a.n));
  const all = plotted('total', 'All of them', total).map((row) => ({ ...row, isStrong: true }));
  const shown = [...all, ...named.slice(0, MOST_PLOTTED)];
  if (shown.length === 0)
    return (
      <ChartFigure finding="Nothing to count hits by" table={null}>
        <p className="soft">
          No outcome says yet whether somebody was right: it needs one that came true or did not.
        </p>
      </ChartFigure>
    );
  const finding = findingOf(board);
  return (
    <ChartFigure
      finding={finding}
      note="Dots are hit rates; lines hold the true rate 95 times of 100 (Wilson)."
      table={<HitRateTable rows={[...all, ...named]} />}
    >
      <IntervalPlot label={`${finding}. Each hit rate with its interval.`} rows={shown} />
    </ChartFigure>
  );
}

type Plotted = PlottedInterval & { n: number };

const plotted = (key: string, label: string, { hitRate }: ScoreFigures): Plotted[] =>
  hitRate
    ? [
        {
          key,
          label,
          n: hitRate.n,
          figure: `${hitRate.count} of ${hitRate.n}`,
          rate: hitRate.rate,
          interval: hitRate.interval,
        },
      ]
    : [];

function findingOf({ rows, by, total, smallestRanked }: Scoreboard): string {
  const first = rows.find(({ rank }) => rank.hitRate === 1);
  const best = first?.figures.hitRate;
  if (first && best)
    return `${nameOfRow(by, first)} was right most often: ${percent(best.rate)} of ${best.n}, between ${percentRange(best.interval)}`;
  const { count, n, interval } = total.hitRate!;
  const whole = `${count} of ${n} ${n === 1 ? 'prediction was' : 'predictions were'} right`;
  return n < smallestRanked
    ? `${whole}: too few to say more than ${percentRange(interval)}`
    : `${whole}: between ${percentRange(interval)} in the long run`;
}

function HitRateTable({ rows }: { rows: readonly Plotted[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col" className="number">
            Right
          </th>
          <th scope="col" className="number">
            Hit rate
          </th>
          <th scope="col" className="number">
            95&nbsp;% interval
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, figure, rate, interval }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="number">{figure}</td>
            <td className="number">{percent(rate)}</td>
            <td className="number">{percentRange(interval)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

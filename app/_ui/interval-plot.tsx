import { scaleLinear } from 'd3-scale';
import { classNames } from './class-names';
import styles from './chart.module.css';
import { percent } from './percent';

export interface PlottedInterval {
  key: string;
  label: string;
  /** What stands at the end of the label's line: "5 of 8". */
  figure: string;
  rate: number;
  interval: { low: number; high: number };
  /** Set off from the others: the sum of all. */
  isStrong?: boolean;
}

const WIDTH = 360;
const ROW = 38;
const EDGE = 6;
const AXIS = 22;
/** Of a longer label the end would run into the figure. */
const MOST_LETTERS = 42;

/** Shares with their intervals, one under the other on one axis from 0 to 100 %. */
export function IntervalPlot({ label, rows }: { label: string; rows: readonly PlottedInterval[] }) {
  const x = scaleLinear([0, 1], [EDGE, WIDTH - EDGE]);
  const bottom = rows.length * ROW;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${bottom + AXIS}`}
      className={styles.chart}
      data-chart="intervals"
    >
      {x.ticks(4).map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={0} y2={bottom} />
          <text
            className={classNames(styles.soft, tick === 1 ? styles.end : tick > 0 && styles.middle)}
            x={tick === 0 ? 0 : tick === 1 ? WIDTH : x(tick)}
            y={bottom + 15}
          >
            {percent(tick)}
          </text>
        </g>
      ))}
      {rows.map(({ key, label: name, figure, rate, interval, isStrong }, i) => (
        <g key={key} className={classNames(isStrong && styles.strong)} transform={`translate(0 ${i * ROW})`}>
          <text x={0} y={12}>
            {name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name}
          </text>
          <text className={styles.end} x={WIDTH} y={12}>
            {figure}
          </text>
          <line className={styles.whisker} x1={x(interval.low)} x2={x(interval.high)} y1={24} y2={24} />
          <circle className={styles.dot} cx={x(rate)} cy={24} r={4.5} />
        </g>
      ))}
    </svg>
  );
}

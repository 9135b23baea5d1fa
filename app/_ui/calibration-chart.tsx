import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { classNames } from './class-names';
import styles from './chart.module.css';
import { percent } from './percent';

export interface CalibratedPoint {
  said: number;
  observed: { rate: number; n: number; interval: { low: number; high: number } };
}

const SIZE = 360;
const LEFT = 42;
const BOTTOM = 42;
const TOP = 18;
const RIGHT = 16;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** How often what was said with a probability came true, against that probability; whiskers are intervals of 95 %. */
export function CalibrationChart({ label, points }: { label: string; points: readonly CalibratedPoint[] }) {
  const x = scaleLinear([0, 1], [LEFT, SIZE - RIGHT]);
  const y = scaleLinear([0, 1], [SIZE - BOTTOM, TOP]);
  const curve = line<CalibratedPoint>(
    ({ said }) => x(said),
    ({ observed }) => y(observed.rate),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      className={styles.chart}
      data-chart="calibration"
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? styles.axis : styles.grid}
            x1={x(0)}
            x2={x(1)}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className={classNames(styles.soft, styles.end)} x={x(0) - 6} y={y(tick) + 4}>
            {percent(tick)}
          </text>
          <text className={classNames(styles.soft, styles.middle)} x={x(tick)} y={y(0) + 16}>
            {percent(tick)}
          </text>
        </g>
      ))}
      <text className={styles.soft} x={0} y={9}>
        came true
      </text>
      <text className={classNames(styles.soft, styles.end)} x={SIZE - RIGHT} y={y(0) + 34}>
        was said to be this likely
      </text>
      <line className={styles.reference} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <text
        className={classNames(styles.soft, styles.middle)}
        transform={`translate(${x(0.2)} ${y(0.2) - 7}) rotate(-45)`}
      >
        as often as said
      </text>
      <path className={styles.curve} d={curve(points) ?? undefined} />
      {points.map((point) => (
        <g key={point.said}>
          <line
            className={classNames(styles.whisker, styles.strong)}
            x1={x(point.said)}
            x2={x(point.said)}
            y1={y(point.observed.interval.low)}
            y2={y(point.observed.interval.high)}
          />
          <circle
            className={classNames(styles.dot, styles.strong)}
            cx={x(point.said)}
            cy={y(point.observed.rate)}
            r={4.5}
          />
          <text
            className={point.said > 0.85 ? styles.end : undefined}
            x={x(point.said) + (point.said > 0.85 ? -8 : 8)}
            y={y(point.observed.rate) + (point.observed.rate > 0.95 ? 16 : -6)}
          >
            n = {point.observed.n}
          </text>
        </g>
      ))}
    </svg>
  );
}

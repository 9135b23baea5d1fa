import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import chart from './chart.module.css';
import { classNames } from './class-names';
import styles from './trend-chart.module.css';

export interface TrendPoint {
  key: string;
  /** Stands under the axis. */
  label: string;
  /** One for each series; null where there is none: the line has a gap. */
  values: readonly (number | null)[];
}

const WIDTH = 360;
const HEIGHT = 190;
const LEFT = 34;
const RIGHT = 14;
const TOP = 26;
const BOTTOM = 24;
/** As many labels as there is room for under the axis. */
const MOST_LABELS = 6;

/** Two figures over time, the first as a solid line, the second dashed; from 0, or below where a figure is, to 1. */
export function TrendChart({
  label,
  series,
  points,
}: {
  label: string;
  series: readonly [string, string];
  points: readonly TrendPoint[];
}) {
  const lowest = Math.min(0, ...points.flatMap(({ values }) => values.filter((value) => value !== null)));
  const x = scalePoint(
    points.map(({ key }) => key),
    [LEFT, WIDTH - RIGHT],
  ).padding(0.3);
  const y = scaleLinear([lowest, 1], [HEIGHT - BOTTOM, TOP]);
  const every = Math.ceil(points.length / MOST_LABELS);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={chart.chart}
      data-chart="trend"
    >
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? chart.axis : chart.grid}
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className={classNames(chart.soft, chart.end)} x={LEFT - 6} y={y(tick) + 4}>
            {tick.toFixed(1).replace('-', '−')}
          </text>
        </g>
      ))}
      {series.map((name, i) => (
        <g key={name}>
          <line className={lineClass(i)} x1={LEFT + i * 150} x2={LEFT + i * 150 + 22} y1={9} y2={9} />
          <text x={LEFT + i * 150 + 28} y={13}>
            {name}
          </text>
          <path
            className={lineClass(i)}
            d={
              line<TrendPoint>(
                ({ key }) => x(key)!,
                ({ values }) => y(values[i]!),
              ).defined(({ values }) => values[i] != null)([...points]) ?? undefined
            }
          />
          {points.map(
            ({ key, values }) =>
              values[i] != null && (
                <circle
                  key={key}
                  className={i === 0 ? styles.dot : styles.openDot}
                  cx={x(key)}
                  cy={y(values[i])}
                  r={3.5}
                />
              ),
          )}
        </g>
      ))}
      {points.map(
        ({ key, label: words }, i) =>
          i % every === 0 && (
            <text key={key} className={classNames(chart.soft, chart.middle)} x={x(key)} y={HEIGHT - 6}>
              {words}
            </text>
          ),
      )}
    </svg>
  );
}

const lineClass = (series: number): string | undefined => (series === 0 ? styles.line : styles.dashed);

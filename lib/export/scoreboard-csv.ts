import { stringify } from 'csv-stringify/sync';
import type { Scoreboard, ScoreboardRow, ScoreFigures } from '@/lib/domain/scoreboard-schema';
import { neutralizedCell } from './formula';

type Cell = string | number | null | undefined;

/** Columns of the figures by name, in order; rates and scores lie between 0 and 1, with a full stop, not rounded. */
const FIGURES: Readonly<Record<string, (figures: ScoreFigures) => Cell>> = {
  n: ({ n }) => n,
  resolved: ({ resolved }) => resolved,
  open: ({ open }) => open,
  overdue: ({ overdue }) => overdue,
  void: ({ void: empty }) => empty,
  hedges: ({ hedges }) => hedges?.count,
  hedge_rate: ({ hedges }) => hedges?.rate,
  hedge_rate_low: ({ hedges }) => hedges?.interval.low,
  hedge_rate_high: ({ hedges }) => hedges?.interval.high,
  came_true: ({ cameTrue }) => cameTrue,
  partly_true: ({ partlyTrue }) => partlyTrue,
  did_not_come_true: ({ didNotComeTrue }) => didNotComeTrue,
  hits: ({ hitRate }) => hitRate?.count,
  hit_rate_n: ({ hitRate }) => hitRate?.n,
  hit_rate: ({ hitRate }) => hitRate?.rate,
  hit_rate_low: ({ hitRate }) => hitRate?.interval.low,
  hit_rate_high: ({ hitRate }) => hitRate?.interval.high,
  hit_rate_with_partial_low: ({ hitRateWithPartial }) => hitRateWithPartial?.low,
  hit_rate_with_partial_high: ({ hitRateWithPartial }) => hitRateWithPartial?.high,
  hit_rate_if_overdue_failed: ({ hitRateIfOverdueFailed }) => hitRateIfOverdueFailed?.rate,
  brier_n: ({ brier }) => brier?.n,
  brier_low: ({ brier }) => brier?.low,
  brier_mid: ({ brier }) => brier?.mid,
  brier_high: ({ brier }) => brier?.high,
  brier_with_partial_low: ({ brierWithPartial }) => brierWithPartial?.low,
  brier_with_partial_high: ({ brierWithPartial }) => brierWithPartial?.high,
  brier_if_overdue_failed_low: ({ brierIfOverdueFailed }) => brierIfOverdueFailed?.low,
  brier_if_overdue_failed_mid: ({ brierIfOverdueFailed }) => brierIfOverdueFailed?.mid,
  brier_if_overdue_failed_high: ({ brierIfOverdueFailed }) => brierIfOverdueFailed?.high,
  base_rate: ({ skill }) => skill?.baseRate,
  skill_low: ({ skill }) => skill?.low,
  skill_mid: ({ skill }) => skill?.mid,
  skill_high: ({ skill }) => skill?.high,
  reliability: ({ decomposition }) => decomposition?.reliability,
  resolution: ({ decomposition }) => decomposition?.resolution,
  uncertainty: ({ decomposition }) => decomposition?.uncertainty,
  within_bin_variance: ({ decomposition }) => decomposition?.withinBinVariance,
  within_bin_covariance: ({ decomposition }) => decomposition?.withinBinCovariance,
};

const FRAME = ['by', 'key', 'label', 'source_type', 'article', 'rank_hit_rate', 'rank_brier'];
const CIRCUMSTANCES = ['scale', 'today', 'as_of', 'known_as_of'];

/**
 * A scoreboard as a table, RFC 4180 with CRLF, UTF-8: one row per source, outlet, topic or quarter, and last the row of
 * all (`by` is `total`). An empty cell is a figure that nothing could be computed from. Each row says the scale and the
 * dates it was computed with, so that rows of two boards are never mixed up.
 */
export function scoreboardCsv(board: Scoreboard): string {
  const circumstances = [board.scale.key, board.today, board.asOf, board.knownAsOf];
  const cells = (frame: readonly Cell[], figures: ScoreFigures): string[] =>
    [...frame, ...Object.values(FIGURES).map((read) => read(figures)), ...circumstances].map(textOfCell);
  const framed = ({ key, label, sourceType, article, rank }: ScoreboardRow): Cell[] => [
    board.by,
    key,
    label,
    sourceType,
    article?.title,
    rank.hitRate,
    rank.brier,
  ];
  const rows = [
    [...FRAME, ...Object.keys(FIGURES), ...CIRCUMSTANCES],
    ...board.rows.map((row) => cells(framed(row), row.figures)),
    cells(['total', null, null, null, null, null, null], board.total),
  ];
  return stringify(rows, { record_delimiter: '\r\n', quote_record_delimiter: true });
}

const textOfCell = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? neutralizedCell(cell) : String(cell);

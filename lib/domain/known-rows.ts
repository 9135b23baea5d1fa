import { dayIn } from './prediction';
import type { PredictionRow } from './scoring-unit';
import { firstStatusOf, isDecided } from './vocabulary';

/**
 * The rows as they could be known on a day (`YYYY-MM-DD`): what was said later is left out, and an outcome that became
 * known later has not been decided yet. An outcome without a date counts from the day on which it was recorded,
 * in the workspace's time zone as `day` is.
 */
export const rowsKnownAsOf = (
  rows: readonly PredictionRow[],
  day: string,
  timeZone: string,
): PredictionRow[] =>
  rows
    .filter(({ article }) => article.publishedAt === null || article.publishedAt <= day)
    .map((row) => {
      const known = row.outcomeKnownAt ?? (row.decidedAt && dayIn(timeZone, new Date(row.decidedAt)));
      return isDecided(row.status) && known !== null && known > day
        ? { ...row, status: firstStatusOf('prediction'), decidedAt: null, outcomeKnownAt: null }
        : row;
    });

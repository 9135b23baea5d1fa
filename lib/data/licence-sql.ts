import 'server-only';
import { FULL_TEXT_LICENCE } from '@/lib/domain/licence';

/** True of an `article t` whose whole text may be passed on: `textModeOf('licensed', …)` in SQL. Null where nobody has said anything. */
export const ALLOWS_FULL_TEXT = `coalesce(t.text_allowed = 'full', t.licence ~ '${FULL_TEXT_LICENCE}')`;

/** Which whole texts are read: all, those that may be passed on, or none. */
export type WithText = boolean | 'licensed';

/** A column that holds words of `article t`, where they are read. */
export const wordsOfArticle = (column: string, withText: WithText): string =>
  withText === 'licensed'
    ? `CASE WHEN ${ALLOWS_FULL_TEXT} THEN ${column} END`
    : withText
      ? column
      : 'NULL::text';

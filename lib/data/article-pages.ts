import 'server-only';
import type { Snapshot } from './snapshot';

const ARTICLES_AT_ONCE = 100;

/** An article of a page; the instant as the database takes it back. */
interface PlacedArticle {
  id: string;
  createdAt: string;
}

/**
 * The articles of a condition on `article t` in the order of the lossless form, a hundred at a time: few enough for their
 * annotations to be put in order in memory. `columns` are asked of each beside its id and instant.
 */
export async function* articlePages<Row extends object>(
  snapshot: Snapshot,
  { condition, values, columns = [] }: { condition: string; values: readonly unknown[]; columns?: string[] },
): AsyncGenerator<(Row & PlacedArticle)[]> {
  const asked = ['t.id', 't.created_at::text AS "createdAt"', ...columns].join(', ');
  const afterLast = `AND (t.created_at, t.id) > ($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)`;
  let last: PlacedArticle | undefined;
  do {
    const { rows } = await snapshot.query<Row & PlacedArticle>(
      `SELECT ${asked} FROM article t WHERE ${condition} ${last ? afterLast : ''}
       ORDER BY t.created_at, t.id LIMIT ${ARTICLES_AT_ONCE}`,
      last ? [...values, last.createdAt, last.id] : [...values],
    );
    if (rows.length > 0) yield rows;
    last = rows.length === ARTICLES_AT_ONCE ? rows.at(-1) : undefined;
  } while (last);
}

import 'server-only';
import { once } from 'node:events';
import QueryStream from 'pg-query-stream';
import type { Snapshot } from './snapshot';

/** Rows of a query, a few at a time: an export holds no more of them in memory. */
export async function* streamed<Row>(
  snapshot: Snapshot,
  sql: string,
  values: unknown[],
  batchSize = 200,
): AsyncGenerator<Row> {
  const rows = snapshot.query(new QueryStream(sql, values, { batchSize }));
  try {
    yield* rows as AsyncIterable<Row>;
  } finally {
    // A consumer that stops early leaves the cursor open for a moment, and a connection runs one query at a time.
    if (!rows.closed) await once(rows.destroy(), 'close');
  }
}

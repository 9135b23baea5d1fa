import 'server-only';
import type { ClientBase } from 'pg';
import { blindSetting, type Reader } from './blind-reading';
import { streams } from './database';

/** A connection inside a transaction that sees the database as it was when it began. One query at a time. */
export type Snapshot = ClientBase;

/**
 * What `read` yields, of what the reader may see, in one read-only transaction on one connection. That is taken at the first
 * value that is asked for and given back when the last was delivered, when the consumer stops early, or at an error.
 */
export async function* snapshotRows<T>(
  reader: Reader,
  read: (snapshot: Snapshot) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const client = await streams().connect();
  let failure: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (reader.blindTo.length > 0)
      await client.query(`SELECT set_config('touchstone.blind', $1, true)`, [blindSetting(reader)]);
    yield* read(client);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    await client.query('ROLLBACK').catch((error: Error) => (failure ??= error));
    // A connection that failed is closed instead of used again.
    client.release(failure);
  }
}

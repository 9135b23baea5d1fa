import 'server-only';
import type { ClientBase } from 'pg';
import { streams } from './database';

/** A connection inside a transaction that sees the database as it was when it began. One query at a time. */
export type Snapshot = ClientBase;

/**
 * What `read` yields, read in one read-only transaction on one connection. The connection is taken at the first
 * value that is asked for and given back when the last was delivered, when the consumer stops early, or at an error.
 */
export async function* snapshotRows<T>(read: (snapshot: Snapshot) => AsyncIterable<T>): AsyncGenerator<T> {
  const client = await streams().connect();
  let failure: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
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

import 'server-only';
import { type Database, database } from './database';
import type { Snapshot } from './snapshot';

/** Runs reads on another connection that sees the database as the snapshot does. */
export async function readAsIn<T>(snapshot: Snapshot, read: (db: Database) => Promise<T>): Promise<T> {
  const { rows } = await snapshot.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
  const { name } = rows[0]!;
  if (!/^[0-9A-F-]+$/i.test(name)) throw new Error('not the name of a snapshot');
  return database().$transaction(
    async (tx) => {
      // It takes no parameter.
      await tx.$executeRawUnsafe(`SET TRANSACTION SNAPSHOT '${name}'`);
      return read(tx);
    },
    { isolationLevel: 'RepeatableRead', maxWait: 15_000, timeout: 120_000 },
  );
}

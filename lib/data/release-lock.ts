import 'server-only';
import pg from 'pg';
import { env } from '@/lib/env';
import { pool } from './database';

const KEY = `hashtextextended('release:' || $1, 0)`;

/**
 * Runs the work while this process alone holds the release, on a connection of its own: whoever dies lets go at once,
 * however it dies. Null where another one holds it. `signal` is aborted when the connection, and so the hold, is lost.
 */
export async function holdingRelease<T>(
  id: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ value: T } | null> {
  const lost = new AbortController();
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
  client.on('error', () => lost.abort());
  await client.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS held`, [
      id,
    ]);
    if (!rows[0]!.held) return null;
    return { value: await work(lost.signal) };
  } finally {
    // With the connection the lock is gone.
    await client.end().catch(() => {});
  }
}

/** Whether some process is making the release. */
export async function isReleaseHeld(id: string): Promise<boolean> {
  const { rows } = await pool().query<{ held: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND ((classid::bigint << 32) | objid::bigint) = ${KEY}) AS held`,
    [id],
  );
  return rows[0]!.held;
}

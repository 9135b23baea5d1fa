// @ts-check
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withClient } from './database.mjs';
import { Refusal } from './refusal.mjs';
import { atRoot } from './root.mjs';

/** @typedef {{name: string, sql: string, checksum: string}} Migration */

export const MIGRATIONS_DIR = atRoot('prisma', 'migrations');

/** The number that Prisma Migrate itself locks with. */
const PRISMA_LOCK = 72707369;

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Applies what is pending, as `prisma migrate deploy` does: same table, same checksums, same lock, so that both
 * can be used on one database. Each migration and its row are one transaction: killed in between, nothing is left.
 * @param {string} url
 * @param {{dir?: string, warn?: (line: string) => void}} [options]
 * @returns {Promise<string[]>} the names of those applied
 */
export async function applyMigrations(url, { dir = MIGRATIONS_DIR, warn = () => {} } = {}) {
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(TABLE);
    const checksums = await appliedChecksums(client);
    const applied = [];
    for (const migration of listMigrations(dir)) {
      const known = checksums.get(migration.name);
      if (known === undefined) applied.push(await apply(client, migration));
      else if (known !== migration.checksum)
        warn(`Warning: migration ${migration.name} was edited after it was applied.`);
    }
    return applied;
  });
}

/** In the order of their names. @returns {Migration[]} */
export function listMigrations(dir = MIGRATIONS_DIR) {
  if (!fs.existsSync(dir)) return [];
  const names = fs.readdirSync(dir).filter((name) => fs.existsSync(path.join(dir, name, 'migration.sql')));
  return names.sort().map((name) => {
    const bytes = fs.readFileSync(path.join(dir, name, 'migration.sql'));
    return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
  });
}

/** @param {import('pg').Client} client @returns {Promise<Map<string, string>>} */
async function appliedChecksums(client) {
  const { rows } = await client.query(
    'SELECT * FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  const failed = rows.find((row) => !row.finished_at);
  if (failed)
    throw new Refusal(
      `Migration ${failed.migration_name} failed earlier: ${failed.logs ?? 'it was interrupted'}\n` +
        'Nothing was changed since. Mend the cause, then run: ' +
        `npm run prisma -- migrate resolve --rolled-back ${failed.migration_name}`,
    );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** @param {import('pg').Client} client @param {Migration} migration */
async function apply(client, { name, sql, checksum }) {
  const row = [randomUUID(), checksum, name];
  const insert =
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count, logs)';
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(`${insert} VALUES ($1, $2, $3, now(), 1, NULL)`, row);
    await client.query('COMMIT');
    return name;
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    await client.query('ROLLBACK');
    await client.query(`${insert} VALUES ($1, $2, $3, NULL, 0, $4)`, [...row, message]);
    throw new Refusal(`Migration ${name} failed and was rolled back: ${message}`);
  }
}

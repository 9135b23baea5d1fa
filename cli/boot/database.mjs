// @ts-check
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedPostgres } from './embedded-postgres.mjs';
import { Refusal } from './refusal.mjs';

/** The embedded server's database. */
const NAME = 'touchstone';
/** A database that is started together with the app may need this long. */
const PATIENCE_MS = 15_000;
const WORTH_WAITING_FOR = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', '57P03']);

/**
 * The database of an installation, reachable: that of DATABASE_URL, or the embedded one.
 * @typedef {object} Database
 * @property {string} url
 * @property {import('./embedded-postgres.mjs').EmbeddedPostgres | null} embedded
 * @property {() => Promise<void>} close
 */

/**
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<Database>}
 */
export async function openDatabase({ databaseUrl, dataDir }) {
  if (databaseUrl) {
    await waitForDatabase(databaseUrl);
    return { url: databaseUrl, embedded: null, close: async () => {} };
  }
  const embedded = await openEmbeddedPostgres(path.join(dataDir, 'postgres'));
  await ensureDatabase(embedded.urlOf('postgres'), NAME);
  return { url: embedded.urlOf(NAME), embedded, close: embedded.close };
}

/** @param {string} url */
async function waitForDatabase(url) {
  for (const deadline = Date.now() + PATIENCE_MS; ; await pause(500)) {
    try {
      return await withClient(url, async () => {});
    } catch (error) {
      const { code = '', message } = /** @type {NodeJS.ErrnoException} */ (error);
      if (!WORTH_WAITING_FOR.has(code) || Date.now() > deadline)
        throw new Refusal(`The database of DATABASE_URL cannot be reached: ${message || code}`);
    }
  }
}

/** @param {string} adminUrl @param {string} name */
export async function ensureDatabase(adminUrl, name) {
  await withClient(adminUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount) return;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`).catch((error) => {
      // Another process was quicker.
      if (!['42P04', '23505'].includes(error.code)) throw error;
    });
  });
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

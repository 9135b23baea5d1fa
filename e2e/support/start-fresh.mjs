// @ts-check
// Starts an installation that nobody has used yet, for the browser tests.
import fs from 'node:fs';
import { withClient } from '../../cli/boot/database.mjs';
import { removeEmbeddedPostgres } from '../../cli/boot/embedded-postgres.mjs';
import { explanationOf, Refusal } from '../../cli/boot/refusal.mjs';
import { listServers } from '../../cli/boot/server-record.mjs';
import { E2E_DATA_DIR, e2eEnvironment } from './environment.mjs';

const env = e2eEnvironment();

/** @param {string} url */
async function recreateDatabase(url) {
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = '/postgres';
  await withClient(admin.href, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}"`);
  });
}

try {
  const [running] = listServers(E2E_DATA_DIR);
  if (running) throw new Refusal(`Browser tests already run at ${running}.`);
  await removeEmbeddedPostgres(`${E2E_DATA_DIR}/postgres`);
  fs.rmSync(E2E_DATA_DIR, { recursive: true, force: true });
  if (env.DATABASE_URL) await recreateDatabase(env.DATABASE_URL);
  Object.assign(process.env, env);
  await import('../../cli/boot/start.mjs');
} catch (error) {
  console.error(explanationOf(error));
  process.exit(1);
}

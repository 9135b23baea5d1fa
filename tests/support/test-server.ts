import { createHash, randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { withClient } from '../../cli/boot/database.mjs';
import { openEmbeddedPostgres } from '../../cli/boot/embedded-postgres.mjs';
import { applyMigrations, listMigrations } from '../../cli/boot/migrate.mjs';
import { identityOf } from '../../cli/boot/process-identity.mjs';
import { ROOT, WORK_DIR } from '../../cli/boot/root.mjs';

/** The Postgres that the tests run on: that of DATABASE_URL, or an embedded one that trades durability for speed. */
export interface TestServer {
  /** Where databases are created and dropped from. */
  adminUrl: string;
  /** Has every migration, and no rows but theirs. */
  template: string;
}

const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

/** Two checkouts, or two machines, can share a server: each knows its own databases. */
const PREFIX = `touchstone_test_${hash(`${os.hostname()} ${ROOT}`)}_`;
/** Any number that nobody else locks with. */
const TEMPLATE_LOCK = 860_214_977;

export async function openTestServer(): Promise<TestServer & { close: () => Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { ...(await prepared(urlOf(given, 'postgres'))), close: async () => {} };
  const embedded = await openEmbeddedPostgres(path.join(WORK_DIR, 'test-postgres'), { options: FAST });
  return { ...(await prepared(embedded.urlOf('postgres'))), close: embedded.close };
}

async function prepared(adminUrl: string): Promise<TestServer> {
  const state = hash(
    listMigrations()
      .map((migration) => migration.checksum)
      .join(),
  );
  const template = `${PREFIX}template_${state}`;
  await withClient(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const ours = rows.map((row) => row.datname).filter((name) => name.startsWith(PREFIX));
    for (const name of ours.filter((other) => other !== template && isForsaken(other)))
      // One that another run is copying from at this moment can stay until the next.
      await client.query(`DROP DATABASE IF EXISTS "${name}"`).catch(() => {});
    if (ours.includes(template)) return;
    const draft = `${PREFIX}draft`;
    await client.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${draft}"`);
    await applyMigrations(urlOf(adminUrl, draft));
    await client.query(`ALTER DATABASE "${draft}" RENAME TO "${template}"`);
  });
  return { adminUrl, template };
}

/** Copies the template. The name holds the process's number: when that has ended, the database may go. */
export async function cloneTemplate({ adminUrl, template }: TestServer): Promise<string> {
  const name = `${PREFIX}${process.pid}_${randomUUID().slice(0, 8)}`;
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  return urlOf(adminUrl, name);
}

/** Drops a copy of the template. One that something still reads from goes when its process has ended. */
export async function dropClone({ adminUrl }: TestServer, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}"`)).catch(() => {});
}

/** Drops the databases of test processes that have ended: while one lives, it may still hold connections. */
export async function dropForsaken({ adminUrl }: TestServer): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    for (const { datname } of rows.filter((row) => isOfEndedProcess(row.datname)))
      // Two test files may tidy up at once.
      await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`).catch(() => {});
  });
}

function isOfEndedProcess(database: string): boolean {
  const pid = database.startsWith(PREFIX) && /^(\d+)_/.exec(database.slice(PREFIX.length))?.[1];
  return Boolean(pid) && identityOf(Number(pid)) === null;
}

const isForsaken = (database: string): boolean =>
  database.startsWith(`${PREFIX}template_`) || isOfEndedProcess(database);

export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

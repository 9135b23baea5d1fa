// @ts-check
import { createHash } from 'node:crypto';
import { ROOT, WORK_DIR } from '../../cli/boot/root.mjs';
import path from 'node:path';

const port = process.env.E2E_PORT || '3210';

/**
 * The address of a server that runs already, such as the one of `npm run dev`, with its DATABASE_URL beside it: quick
 * while tests are written. Empty: the tests start an installation of their own.
 */
const running = process.env.E2E_RUNNING || '';

/** Whether the tests start their own server. */
export const STARTS_SERVER = running === '';

/** The address of the installation that the browser tests run on. */
export const E2E_URL = running || `http://127.0.0.1:${port}`;

/** Emptied at each run: nothing else may be kept here. */
export const E2E_DATA_DIR = path.join(WORK_DIR, 'e2e');

/** What its server and its command line are started with. With DATABASE_URL set, a database of its own there. */
export function e2eEnvironment() {
  const server = process.env.DATABASE_URL ?? '';
  return {
    PORT: port,
    HOST: '127.0.0.1',
    NEXTAUTH_URL: E2E_URL,
    DATA_DIR: E2E_DATA_DIR,
    DATABASE_URL: server && STARTS_SERVER ? ownDatabaseOn(server) : server,
  };
}

/** @param {string} server */
function ownDatabaseOn(server) {
  const url = new URL(server);
  url.pathname = `/touchstone_e2e_${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}`;
  return url.href;
}

// @ts-check
import { createHash } from 'node:crypto';
import { ROOT, WORK_DIR } from '../../cli/boot/root.mjs';
import path from 'node:path';

const port = process.env.E2E_PORT || '3210';

/** The address of the installation that the browser tests run on. */
export const E2E_URL = `http://127.0.0.1:${port}`;

/** Emptied at each run: nothing else may be kept here. */
export const E2E_DATA_DIR = path.join(WORK_DIR, 'e2e');

/** What its server and its command line are started with. With DATABASE_URL set, a database of its own there. */
export function e2eEnvironment() {
  return {
    PORT: port,
    HOST: '127.0.0.1',
    NEXTAUTH_URL: E2E_URL,
    DATA_DIR: E2E_DATA_DIR,
    DATABASE_URL: process.env.DATABASE_URL ? ownDatabaseOn(process.env.DATABASE_URL) : '',
  };
}

/** @param {string} server */
function ownDatabaseOn(server) {
  const url = new URL(server);
  url.pathname = `/touchstone_e2e_${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}`;
  return url.href;
}

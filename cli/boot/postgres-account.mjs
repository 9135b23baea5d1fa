// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.mjs';

/** @typedef {{uid?: number, gid?: number}} Account empty: this process's own */

/** Where root keeps what the other account must reach and cannot reach in the checkout. */
const SYSTEM_DIR = '/var/lib/touchstone';

/** Postgres refuses to run as root: root lends it the account `postgres` or `nobody`. @returns {Account} */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  const entries = lines.map((line) => line.split(':'));
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody');
  if (!entry)
    throw new Refusal(
      'Postgres cannot run as root, and there is no account “postgres” or “nobody”: set DATABASE_URL.',
    );
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/**
 * The programs where the account can run them: a checkout below a private folder is copied from once.
 * @param {import('./postgres-binaries.mjs').PostgresBinaries} binaries
 * @param {Account} account
 */
export function reachablePrograms({ dir, native }, account) {
  if (account.uid === undefined || !native || canReach(path.join(dir, 'pg_ctl'), account)) return dir;
  const copy = path.join(ensureSystemDir(), `programs-${tagOf(native)}`);
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(draft, copy);
  }
  return path.join(copy, 'bin');
}

/**
 * The folder for a new server's files: the one asked for, or where the account cannot reach it one that it can.
 * @param {string} dir
 * @param {Account} account
 */
export function reachableDataDir(dir, account) {
  if (account.uid === undefined || canReach(path.dirname(dir), account)) return dir;
  return path.join(ensureSystemDir(), `data-${tagOf(dir)}`);
}

/** @param {string} file @param {Account} account */
function canReach(file, account) {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', file], { ...account, cwd: '/' }).status === 0;
}

/** @param {string} file an absolute path: two checkouts never share what is made for one of them */
const tagOf = (file) => createHash('sha256').update(file).digest('hex').slice(0, 12);

function ensureSystemDir() {
  fs.mkdirSync(SYSTEM_DIR, { recursive: true });
  fs.chmodSync(SYSTEM_DIR, 0o755);
  return SYSTEM_DIR;
}

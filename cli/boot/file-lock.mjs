// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, ownIdentity } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';

/** How long a lock file without readable content may be one that is just being written. */
const BEING_WRITTEN_MS = 2_000;

/**
 * Does the work while no other process holds the lock. The lock of a process that died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{onWait?: (pid: number | null) => void, patienceMs?: number}} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait = () => {}, patienceMs = 20 * 60_000 } = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const deadline = Date.now() + patienceMs;
  let told = false;
  while (!create(file)) {
    const holder = holderOf(file);
    if (holder === 'gone') {
      takeAway(file);
      continue;
    }
    if (Date.now() > deadline)
      throw new Refusal(`Another process (${holder?.pid ?? 'unknown'}) has held ${file} for too long.`);
    if (!told) onWait(holder?.pid ?? null);
    told = true;
    await pause(50);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
function create(file) {
  try {
    fs.writeFileSync(file, JSON.stringify(ownIdentity()), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {import('./process-identity.mjs').ProcessIdentity | 'gone' | null} null: not known yet
 */
function holderOf(file) {
  try {
    const identity = JSON.parse(fs.readFileSync(file, 'utf8'));
    return isRunning(identity) ? identity : 'gone';
  } catch {
    const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    return age > BEING_WRITTEN_MS ? 'gone' : null;
  }
}

/**
 * Renames before it removes: two that find the same dead lock cannot both remove, and one that catches a lock
 * which was renewed meanwhile gives it back.
 * @param {string} file
 */
function takeAway(file) {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside) !== 'gone' && !fs.existsSync(file)) fs.renameSync(aside, file);
  fs.rmSync(aside, { force: true });
}

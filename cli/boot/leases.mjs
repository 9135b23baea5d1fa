// @ts-check
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isRunning, ownIdentity } from './process-identity.mjs';

/**
 * Notes that this process uses something shared. Call it, and the two below, under one lock.
 * @param {string} dir one file per user
 * @returns {string} what `endLease` wants
 */
export function takeLease(dir) {
  fs.mkdirSync(dir, { recursive: true });
  const file = path.join(dir, randomUUID());
  fs.writeFileSync(file, JSON.stringify(ownIdentity()));
  return file;
}

/** @param {string} lease */
export const endLease = (lease) => fs.rmSync(lease, { force: true });

/** Counts the users that still run, and forgets those that died. @param {string} dir */
export function countLeases(dir) {
  const files = fs.existsSync(dir) ? fs.readdirSync(dir).map((name) => path.join(dir, name)) : [];
  const [live, dead] = [files.filter(isLive), files.filter((file) => !isLive(file))];
  dead.forEach(endLease);
  return live.length;
}

/** @param {string} file */
function isLive(file) {
  try {
    return isRunning(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return false;
  }
}

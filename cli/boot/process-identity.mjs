// @ts-check
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * A process, told apart from a later one that was given the same number.
 * @typedef {{pid: number, startedAt: string}} ProcessIdentity
 */

/**
 * Null when no such process runs; a zombie does not run.
 * @param {number} pid
 * @returns {ProcessIdentity | null}
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') return identityFromProc(pid);
  return process.platform === 'win32' ? identityFromSignal(pid) : identityFromPs(pid);
}

/** @param {ProcessIdentity | null | undefined} identity */
export function isRunning(identity) {
  return identity != null && identityOf(identity.pid)?.startedAt === identity.startedAt;
}

/** @returns {ProcessIdentity} */
export const ownIdentity = () => identityOf(process.pid) ?? { pid: process.pid, startedAt: '' };

/** @param {number} pid */
function identityFromProc(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in parentheses and may hold any character: count the fields behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : { pid, startedAt: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/** @param {number} pid */
function identityFromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [state = '', ...start] = line.split(/\s+/);
    return state === '' || state.startsWith('Z') ? null : { pid, startedAt: start.join(' ') };
  } catch {
    return null;
  }
}

/** @param {number} pid */
function identityFromSignal(pid) {
  try {
    process.kill(pid, 0);
    return { pid, startedAt: '' };
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM' ? { pid, startedAt: '' } : null;
  }
}

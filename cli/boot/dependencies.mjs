// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { contentHash } from './content-hash.mjs';
import { withLock } from './file-lock.mjs';
import { ROOT, WORK_DIR } from './root.mjs';
import { requireSuccess, runNode, runProgram } from './run-program.mjs';
import { bearsStamp, writeStamp } from './stamp.mjs';

/** @typedef {Record<string, {version?: string, integrity?: string, optional?: boolean}>} LockedPackages */

/**
 * Installs what package-lock.json names, unless it is there already.
 * @param {{say: import('./step.mjs').Say, show?: 'stdout' | 'stderr'}} options
 * @returns {Promise<boolean>} whether it installed
 */
export async function ensureDependencies({ say, show = 'stdout' }) {
  if (areDependenciesCurrent()) return false;
  const onWait = () => say('Waiting for another process that installs the dependencies…');
  return withLock(
    path.join(WORK_DIR, 'install.lock'),
    async () => {
      if (areDependenciesCurrent()) return false;
      say('Installing the dependencies (a minute or two)…');
      requireSuccess(await install(show), 'npm ci');
      writeStamp(stampIn(ROOT), lockHash(ROOT));
      return true;
    },
    { onWait },
  );
}

/** @param {string} root */
const stampIn = (root) => path.join(root, 'node_modules', '.touchstone-lock');
/** @param {string} root */
const lockHash = (root) => contentHash(root, ['package-lock.json']);

/** @param {'stdout' | 'stderr'} show */
function install(show) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm && /npm-cli\.c?js$/.test(npm)) return runNode([npm, ...args], { show });
  return runProgram('npm', args, { show, shell: process.platform === 'win32' });
}

/** True when node_modules was made from this package-lock.json, by whichever npm command. */
export function areDependenciesCurrent(root = ROOT) {
  if (bearsStamp(stampIn(root), lockHash(root))) return true;
  const installed = lockedPackages(path.join(root, 'node_modules', '.package-lock.json'));
  const wanted = lockedPackages(path.join(root, 'package-lock.json'));
  if (!installed || !wanted || !isInstalled(wanted, installed)) return false;
  writeStamp(stampIn(root), lockHash(root));
  return true;
}

/** @param {string} file @returns {LockedPackages | null} */
function lockedPackages(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : null;
}

/**
 * An optional package may be missing: it can be for another platform.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
function isInstalled(wanted, installed) {
  const names = new Set([...Object.keys(wanted), ...Object.keys(installed)]);
  names.delete('');
  return [...names].every((name) => {
    const [here, there] = [installed[name], wanted[name]];
    if (!here) return there?.optional === true;
    return here.version === there?.version && here.integrity === there?.integrity;
  });
}

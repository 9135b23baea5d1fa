// @ts-check
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * One SHA-256 over the names and the contents of files and folders; what is missing counts as empty. Times do not
 * matter: a checkout of the same state has the same hash.
 * @param {string} base
 * @param {readonly string[]} paths relative to base
 * @param {(relative: string) => boolean} [isLeftOut]
 */
export function contentHash(base, paths, isLeftOut = () => false) {
  const hash = createHash('sha256');
  for (const relative of paths.flatMap((start) => filesUnder(base, start, isLeftOut)).sort()) {
    const content = fs.readFileSync(path.join(base, relative));
    hash.update(`${relative}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} base
 * @param {string} relative
 * @param {(relative: string) => boolean} isLeftOut
 * @returns {string[]}
 */
function filesUnder(base, relative, isLeftOut) {
  const found = fs.statSync(path.join(base, relative), { throwIfNoEntry: false });
  if (!found || isLeftOut(relative)) return [];
  if (!found.isDirectory()) return [relative];
  const names = fs.readdirSync(path.join(base, relative));
  return names.flatMap((name) => filesUnder(base, path.posix.join(relative, name), isLeftOut));
}

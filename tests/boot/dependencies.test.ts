import { describe, expect, it } from 'vitest';
import { areDependenciesCurrent } from '../../cli/boot/dependencies.mjs';
import { temporaryFolder, writeFiles } from '../support/temporary-folder';

const lock = (packages: Record<string, object>): string => JSON.stringify({ packages });
const WANTED = { '': { name: 'desk' }, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };

function checkout(files: Record<string, string>): string {
  const root = temporaryFolder();
  writeFiles(root, files);
  return root;
}

describe('areDependenciesCurrent', () => {
  it('is false when nothing is installed', () => {
    expect(areDependenciesCurrent(checkout({ 'package-lock.json': lock(WANTED) }))).toBe(false);
  });

  it('believes what npm itself says is installed', () => {
    // Of the project itself it says nothing.
    const installed = { 'node_modules/a': WANTED['node_modules/a'] };
    const files = { 'package-lock.json': lock(WANTED), 'node_modules/.package-lock.json': lock(installed) };
    expect(areDependenciesCurrent(checkout(files))).toBe(true);
  });

  it('does without an optional package, which can be for another platform', () => {
    const wanted = { ...WANTED, 'node_modules/b': { version: '1.0.0', optional: true } };
    const files = { 'package-lock.json': lock(wanted), 'node_modules/.package-lock.json': lock(WANTED) };
    expect(areDependenciesCurrent(checkout(files))).toBe(true);
  });

  it('is false when a version, a content or the set differs', () => {
    const others: Record<string, object>[] = [
      { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } },
      { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } },
      {},
      { ...WANTED, 'node_modules/b': { version: '1.0.0' } },
    ];
    for (const installed of others) {
      const files = { 'package-lock.json': lock(WANTED), 'node_modules/.package-lock.json': lock(installed) };
      expect(areDependenciesCurrent(checkout(files))).toBe(false);
    }
  });

  it('is false when the lock file changed after the stamp', () => {
    const files = { 'package-lock.json': lock(WANTED), 'node_modules/.package-lock.json': lock(WANTED) };
    const root = checkout(files);
    areDependenciesCurrent(root);
    writeFiles(root, { 'package-lock.json': lock({ 'node_modules/a': { version: '2.0.0' } }) });
    expect(areDependenciesCurrent(root)).toBe(false);
  });
});

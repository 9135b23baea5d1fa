// @ts-check
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.mjs';

/**
 * Makes the folder. Others may pass through it, because under root Postgres runs as another account; each file
 * that holds a secret has mode 0600 itself.
 * @param {string} dataDir
 */
export function ensureDataDir(dataDir) {
  try {
    if (fs.existsSync(dataDir)) return;
    fs.mkdirSync(dataDir, { recursive: true });
    fs.chmodSync(dataDir, 0o755);
  } catch (error) {
    throw new Refusal(`DATA_DIR ${dataDir} cannot be made: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * The secret that signs sessions, made on first use. Two processes that come at once agree on one, because only
 * the first can create the file.
 * @param {string} dataDir
 */
export function ensureSecret(dataDir) {
  const file = path.join(dataDir, 'nextauth-secret');
  const draft = `${file}.${process.pid}`;
  if (!fs.existsSync(file)) {
    fs.writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  return fs.readFileSync(file, 'utf8').trim();
}

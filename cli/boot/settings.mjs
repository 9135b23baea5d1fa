// @ts-check
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host
 * @property {string | null} databaseUrl null: the embedded server
 * @property {string} dataDir absolute
 * @property {string} url the public address, without a slash at its end
 * @property {string | null} secret null: made and kept in dataDir
 */

/** @typedef {Record<string, string | undefined>} Environment */

const WILDCARDS = new Set(['0.0.0.0', '::', '[::]']);
const SHORTEST_SECRET = 16;

/**
 * Reads the settings; an empty variable counts as absent. Throws a Refusal that names the variable.
 * @param {Environment} env
 * @returns {Settings}
 */
export function settingsFrom(env) {
  const port = portFrom(env.PORT || '3000');
  const host = hostFrom(env.HOST || '127.0.0.1');
  return {
    port,
    host,
    databaseUrl: env.DATABASE_URL ? databaseUrlFrom(env.DATABASE_URL) : null,
    dataDir: dataDirFrom(env.DATA_DIR || '.data'),
    url: env.NEXTAUTH_URL ? publicUrlFrom(env.NEXTAUTH_URL) : addressOf(host, port),
    secret: env.NEXTAUTH_SECRET ? secretFrom(env.NEXTAUTH_SECRET) : null,
  };
}

/** The address at which a browser on this machine reaches the server. @param {string} host @param {number} port */
export function addressOf(host, port) {
  const reachable = WILDCARDS.has(host) ? '127.0.0.1' : host;
  return `http://${net.isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}`;
}

/** @param {string} value */
function portFrom(value) {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535)
    throw new Refusal(`PORT must be a number from 1 to 65535, not “${value}”.`);
  return port;
}

/** @param {string} value */
function hostFrom(value) {
  const bare = value.replace(/^\[(.*)\]$/, '$1');
  if (!net.isIP(bare) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(bare))
    throw new Refusal(`HOST must be a host name or an address to listen on, not “${value}”.`);
  return bare;
}

/** @param {string} value */
function databaseUrlFrom(value) {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2)
    throw new Refusal('DATABASE_URL must look like postgresql://user:password@host:5432/database.');
  return value;
}

/** @param {string} value */
function dataDirFrom(value) {
  const dir = path.resolve(ROOT, value);
  if (fs.existsSync(dir) && !fs.statSync(dir).isDirectory())
    throw new Refusal(`DATA_DIR must be a folder; ${dir} is a file.`);
  return dir;
}

/** @param {string} value */
function publicUrlFrom(value) {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new Refusal(
      `NEXTAUTH_URL must be the address of the site alone, such as https://touchstone.example.org, not “${value}”.`,
    );
  return url.origin;
}

/** @param {string} value */
function secretFrom(value) {
  if (value.length < SHORTEST_SECRET)
    throw new Refusal(`NEXTAUTH_SECRET must have at least ${SHORTEST_SECRET} characters, or be left out.`);
  return value;
}

/**
 * What the app, the seed and the command line are given.
 * @param {Settings} settings
 * @param {string} databaseUrl
 * @param {string} secret
 */
export function appEnvironment(settings, databaseUrl, secret) {
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.dataDir,
    HOST: settings.host,
    PORT: String(settings.port),
    NEXTAUTH_URL: settings.url,
    NEXTAUTH_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

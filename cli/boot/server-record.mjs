// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isPortFree } from './free-port.mjs';
import { isRunning, ownIdentity } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';

/** @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity */

/**
 * Which process serves on a port, so that a later start knows its own leftovers from a stranger.
 * @typedef {{url: string, starter: ProcessIdentity, server: ProcessIdentity | null}} ServerRecord
 */

/** A server that is just ending gets this long to give its port back. */
const PORT_PATIENCE_MS = 4_000;

/** @param {string} dataDir @param {number} port */
const recordFile = (dataDir, port) => path.join(dataDir, `server-${port}.json`);

/**
 * Takes the port for this process. A server that outlived its starter is ended; one that is looked after, or a
 * stranger's, is a Refusal.
 * @param {import('./settings.mjs').Settings} settings
 */
export async function claimPort({ dataDir, host, port, url }) {
  const old = readRecord(recordFile(dataDir, port));
  if (old && isRunning(old.starter) && old.starter.pid !== process.pid)
    throw new Refusal(`Touchstone already runs at ${old.url} (process ${old.starter.pid}), or is about to.`);
  if (old?.server && isRunning(old.server)) killGroup(old.server.pid);
  await waitForPort(host, port);
  writeRecord({ dataDir, port }, { url, starter: ownIdentity(), server: null });
}

/** @param {{dataDir: string, port: number}} where @param {ServerRecord} record */
export const writeRecord = ({ dataDir, port }, record) =>
  fs.writeFileSync(recordFile(dataDir, port), JSON.stringify(record));

/** @param {{dataDir: string, port: number}} where */
export const removeRecord = ({ dataDir, port }) => fs.rmSync(recordFile(dataDir, port), { force: true });

/** The addresses of the servers that run over this folder. @param {string} dataDir @returns {string[]} */
export function listServers(dataDir) {
  const names = fs.existsSync(dataDir) ? fs.readdirSync(dataDir) : [];
  return names
    .filter((name) => /^server-\d+\.json$/.test(name))
    .map((name) => readRecord(path.join(dataDir, name)))
    .flatMap((record) => (record && isRunning(record.starter) ? [record.url] : []));
}

/** @param {string} file @returns {ServerRecord | null} */
function readRecord(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} host @param {number} port */
async function waitForPort(host, port) {
  const deadline = Date.now() + PORT_PATIENCE_MS;
  while (!(await isPortFree(port, host).catch((error) => refuse(error, host, port)))) {
    if (Date.now() > deadline)
      throw new Refusal(
        `Port ${port} of ${host} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      );
    await pause(100);
  }
}

/** @param {NodeJS.ErrnoException} error @param {string} host @param {number} port @returns {never} */
function refuse(error, host, port) {
  if (error.code === 'EACCES') throw new Refusal(`PORT ${port} needs more rights than this account has.`);
  throw new Refusal(`HOST ${host} cannot be listened on: ${error.message}`);
}

/** Ends a server, which leads a process group of its own, and what it started. @param {number} pid */
export function killGroup(pid, signal = /** @type {NodeJS.Signals} */ ('SIGKILL')) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

// @ts-check
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { withLock } from './file-lock.mjs';
import { freePort, isPortFree } from './free-port.mjs';
import { countLeases, endLease, takeLease } from './leases.mjs';
import { postgresAccount, reachableDataDir, reachablePrograms } from './postgres-account.mjs';
import { findPostgresBinaries } from './postgres-binaries.mjs';
import { identityOf } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';

/**
 * What is kept beside the server's files, in `<dir>.json`.
 * @typedef {{password: string, port: number | null, files: string | null}} ServerState
 */

/**
 * Where one server lives and how its programs are run.
 * @typedef {object} Installation
 * @property {string} programs
 * @property {import('./postgres-account.mjs').Account} account
 * @property {string} files Postgres' own data directory
 * @property {string[]} options `-c` settings, such as `fsync=off`
 */

const USER = 'touchstone';
/** After a kill -9 the kernel may hold the old shared memory for up to 16 s. */
const START_PATIENCE_MS = 60_000;
/** SQLSTATE cannot_connect_now: starting up, or recovering after a crash. */
const NOT_READY_YET = '57P03';

/**
 * Opens the private Postgres whose files are in `dir`: makes it, starts it or joins it when it runs already. The
 * last process that closes it stops it; one that was killed does not count as using it.
 * @param {string} dir
 * @param {{options?: string[]}} [settings]
 */
export async function openEmbeddedPostgres(dir, { options = [] } = {}) {
  const [lock, users] = [`${dir}.lock`, `${dir}.users`];
  const { lease, server } = await withLock(lock, async () => {
    const taken = takeLease(users);
    try {
      return { lease: taken, server: await ensureRunning(dir, options) };
    } catch (error) {
      endLease(taken);
      throw error;
    }
  });

  return {
    port: server.port,
    wasRunning: server.wasRunning,
    /** @param {string} database */
    urlOf: (database) => `postgresql://${USER}:${server.password}@127.0.0.1:${server.port}/${database}`,
    postmasterPid: () => postmasterOf(server.installation.files)?.pid ?? null,
    isAlive: () => postmasterOf(server.installation.files) !== null,
    /** Starts the server again, at its port, should it have died. */
    revive: () => withLock(lock, () => ensureRunning(dir, options)),
    close: () =>
      withLock(lock, async () => {
        endLease(lease);
        if (countLeases(users) === 0) await stop(server.installation);
      }),
    /** For one who cannot wait: stops it without a checkpoint (it recovers at the next start) unless others use it. */
    abandon: () => {
      endLease(lease);
      const postmaster = postmasterOf(server.installation.files);
      if (postmaster && countLeases(users) === 0) process.kill(postmaster.pid, 'SIGQUIT');
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openEmbeddedPostgres>>} EmbeddedPostgres */

/** Stops the server at once, whoever uses it, and removes its files. @param {string} dir */
export async function removeEmbeddedPostgres(dir) {
  const file = `${dir}.json`;
  const files = fs.existsSync(file) ? readState(dir).files : null;
  const postmaster = files ? postmasterOf(files) : null;
  if (postmaster) process.kill(postmaster.pid, 'SIGQUIT');
  while (postmaster && identityOf(postmaster.pid)) await pause(50);
  for (const path_ of [dir, ...(files ? [files] : []), file, `${dir}.lock`, `${dir}.users`])
    fs.rmSync(path_, { recursive: true, force: true });
}

/** @param {string} dir @param {string[]} options */
async function ensureRunning(dir, options) {
  const state = readState(dir);
  const installation = await installationFor(dir, state, options);
  if (!fs.existsSync(path.join(installation.files, 'PG_VERSION')))
    await initialise(installation, state.password);
  const postmaster = postmasterOf(installation.files);
  const wasRunning = postmaster !== null && (await answers({ ...state, port: postmaster.port }));
  const port = wasRunning ? postmaster.port : await start(installation, state.port);
  writeState(dir, { ...state, port, files: installation.files });
  return { port, password: state.password, installation, wasRunning };
}

/** @param {string} dir @returns {ServerState} */
function readState(dir) {
  const file = `${dir}.json`;
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'));
  if (fs.existsSync(path.join(dir, 'PG_VERSION')))
    throw new Refusal(`${file}, which holds the password of the database in ${dir}, is missing.`);
  return writeState(dir, { password: randomBytes(18).toString('hex'), port: null, files: null });
}

/** Replaces the file as a whole: a process killed meanwhile leaves the old one. @param {string} dir @param {ServerState} state */
function writeState(dir, state) {
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  fs.writeFileSync(`${dir}.json.new`, JSON.stringify(state), { mode: 0o600 });
  fs.renameSync(`${dir}.json.new`, `${dir}.json`);
  return state;
}

/**
 * @param {string} dir
 * @param {ServerState} state
 * @param {string[]} options
 * @returns {Promise<Installation>}
 */
async function installationFor(dir, state, options) {
  const account = postgresAccount();
  const programs = reachablePrograms(await findPostgresBinaries(), account);
  // The place is decided once: a folder whose permissions change later must not look like an empty installation.
  return { programs, account, options, files: state.files ?? reachableDataDir(dir, account) };
}

/**
 * Works in a folder beside and renames it at the end, because an interrupted initdb leaves one that looks complete.
 * @param {Installation} installation
 * @param {string} password
 */
async function initialise(installation, password) {
  const draft = `${installation.files}.new`;
  const passwordFile = `${installation.files}.password`;
  const { uid, gid } = installation.account;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined)
    for (const path_ of [draft, passwordFile]) fs.chownSync(path_, uid, gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und'];
  const access = [`--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await run(installation, 'initdb', [`--pgdata=${draft}`, ...access, ...locale]);
    fs.renameSync(draft, installation.files);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/**
 * @param {Installation} installation
 * @param {number | null} lastPort kept where it can be: other processes may know it
 * @returns {Promise<number>} the port
 */
async function start(installation, lastPort) {
  const port = lastPort && (await isPortFree(lastPort, '127.0.0.1')) ? lastPort : await freePort();
  const logFile = path.join(installation.files, 'server.log');
  const settings = ['listen_addresses=127.0.0.1', "unix_socket_directories=''", ...installation.options];
  const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
  const args = ['start', '-w', '-t', '60', '-D', installation.files, '-l', logFile, '-o', options];
  for (const deadline = Date.now() + START_PATIENCE_MS; ; await pause(500)) {
    const from = fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    try {
      await run(installation, 'pg_ctl', args);
      return port;
    } catch (error) {
      const said = fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8').slice(from) : '';
      const isPassing = /lock file .* already exists|still in use/.test(said);
      if (!isPassing || Date.now() > deadline)
        throw new Refusal(
          `The embedded Postgres did not start: ${/** @type {Error} */ (error).message}\n${said}`,
        );
    }
  }
}

/** @param {Installation} installation */
async function stop(installation) {
  if (!postmasterOf(installation.files)) return;
  const args = ['stop', '-w', '-t', '20', '-D', installation.files, '-m'];
  await run(installation, 'pg_ctl', [...args, 'fast']).catch(async () => {
    if (postmasterOf(installation.files)) await run(installation, 'pg_ctl', [...args, 'immediate']);
  });
}

/** The server that runs over these files, by its own pid file; null when it is gone. @param {string} files */
function postmasterOf(files) {
  try {
    const lines = fs.readFileSync(path.join(files, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return identityOf(pid) && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** @param {{password: string, port: number}} server */
async function answers({ password, port }) {
  const connectionString = `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`;
  for (const deadline = Date.now() + START_PATIENCE_MS; Date.now() < deadline; await pause(200)) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (/** @type {{code?: string}} */ (error).code !== NOT_READY_YET) return false;
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

/** @param {Installation} installation @param {string} program @param {string[]} args @returns {Promise<string>} */
function run({ programs, account }, program, args) {
  const file = path.join(programs, process.platform === 'win32' ? `${program}.exe` : program);
  const env = /** @type {any} */ ({ ...withoutPostgresVariables(process.env), LC_ALL: 'C' });
  const options = { ...account, cwd: programs, maxBuffer: 1 << 24, env };
  return new Promise((resolve, reject) =>
    execFile(file, args, options, (error, stdout, stderr) =>
      error ? reject(new Error(`${program}: ${stderr || stdout || error.message}`)) : resolve(stdout),
    ),
  );
}

/** A PGDATA or PGPORT of the shell is meant for another server. @param {NodeJS.ProcessEnv} env */
const withoutPostgresVariables = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PG')));

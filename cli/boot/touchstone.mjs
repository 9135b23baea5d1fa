// @ts-check
// `npm run touchstone -- …`: makes ready what the command needs, says so on standard error alone, and hands over.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { commandLine, needsDatabase, TYPESCRIPT_ENVIRONMENT } from './command-line.mjs';
import { ensureDataDir, ensureSecret } from './data-dir.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { requireRecentNode } from './node-version.mjs';
import { ensurePrismaClient } from './prisma-client.mjs';
import { explanationOf } from './refusal.mjs';
import { listServers } from './server-record.mjs';
import { appEnvironment, settingsFrom } from './settings.mjs';

/** @type {import('./step.mjs').Say} */
const say = (line) => console.error(line);
const args = process.argv.slice(2);

/** @type {NodeJS.Signals | null} */
let interruption = null;
/** @type {import('node:child_process').ChildProcess | null} */
let command = null;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => {
    interruption = signal;
    command?.kill(signal);
  });

/**
 * Runs the command with this process's own streams. Resolves to its exit code.
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
function runCommand(env) {
  // npm changes to the root of the package: the names of files are meant from where it was called.
  const cwd = (process.env.npm_lifecycle_event === 'touchstone' && process.env.INIT_CWD) || process.cwd();
  const options = { cwd, env: { ...process.env, ...env, ...TYPESCRIPT_ENVIRONMENT } };
  const child = spawn(process.execPath, commandLine(args), { ...options, stdio: 'inherit' });
  command = child;
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? exitCodeOf(signal)));
  });
}

/** As a shell has it. @param {NodeJS.Signals | null} signal */
const exitCodeOf = (signal) => 128 + (signal ? constants.signals[signal] : 0);

async function runWithDatabase() {
  const settings = settingsFrom(process.env);
  ensureDataDir(settings.dataDir);
  const { openDatabase } = await import('./database.mjs');
  const { applyMigrations } = await import('./migrate.mjs');
  const database = await openDatabase(settings);
  try {
    await applyMigrations(database.url, { warn: say });
    const secret = settings.secret ?? ensureSecret(settings.dataDir);
    const url = publicUrl(settings);
    if (interruption) return exitCodeOf(interruption);
    return await runCommand(appEnvironment({ ...settings, url }, database.url, secret));
  } finally {
    await database.close();
  }
}

/** Links lead to the server that runs, also where this shell was not told its port. @param {import('./settings.mjs').Settings} settings */
function publicUrl({ url, dataDir }) {
  if (process.env.NEXTAUTH_URL || process.env.PORT) return url;
  return listServers(dataDir)[0] ?? url;
}

try {
  requireRecentNode();
  await ensureDependencies({ say, show: 'stderr' });
  await ensurePrismaClient();
  process.exitCode = await (needsDatabase(args) ? runWithDatabase() : runCommand({}));
} catch (error) {
  console.error(explanationOf(error));
  process.exitCode = 1;
}
process.exit();

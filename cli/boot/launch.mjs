// @ts-check
import { ensureBuild } from './build.mjs';
import { ensureSecret } from './data-dir.mjs';
import { openDatabase } from './database.mjs';
import { atEnd, end, isEnding } from './ending.mjs';
import { applyMigrations } from './migrate.mjs';
import { ensurePrismaClient } from './prisma-client.mjs';
import { identityOf, ownIdentity } from './process-identity.mjs';
import { explanationOf } from './refusal.mjs';
import { ensureSeed } from './seed.mjs';
import { spawnServer, waitUntilServing } from './serve.mjs';
import { removeRecord, writeRecord } from './server-record.mjs';
import { addressOf, appEnvironment } from './settings.mjs';
import { signInAdvice } from './sign-in-link.mjs';
import { secondsSince, step } from './step.mjs';

/** @typedef {import('./database.mjs').Database} Database */
/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {{dev: boolean, since: number, say: import('./step.mjs').Say}} LaunchOptions */

const WATCH_MS = 2_000;

/**
 * Everything between installed dependencies and a server that answers. The database is prepared beside the build:
 * neither needs the other.
 * @param {Settings} settings
 * @param {LaunchOptions} options
 */
export async function launch(settings, { dev, since, say }) {
  const opening = openDatabase(settings);
  atEnd({
    stop: () =>
      opening.then(
        (database) => database.close(),
        () => {},
      ),
    force: () =>
      void opening.then(
        (database) => database.embedded?.abandon(),
        () => {},
      ),
  });
  const client = step(say, async () => ((await ensurePrismaClient()) ? 'Database client generated' : null));
  const [env] = await Promise.all([
    prepareDatabase(settings, opening, client, say),
    dev
      ? null
      : client.then(() => step(say, async () => ((await ensureBuild({ say })) ? 'App built' : null))),
  ]);
  if (isEnding()) return;
  watchDatabase(await opening, say);
  await serve(settings, env, { dev, since, say });
}

/**
 * @param {Settings} settings
 * @param {Promise<Database>} opening
 * @param {Promise<void>} client
 * @param {import('./step.mjs').Say} say
 */
async function prepareDatabase(settings, opening, client, say) {
  await step(say, async () => databaseLine(await opening));
  const { url } = await opening;
  const env = appEnvironment(settings, url, settings.secret ?? ensureSecret(settings.dataDir));
  await step(say, async () => {
    const applied = await applyMigrations(url, { warn: say });
    return applied.length > 0 ? `Migrations applied: ${applied.join(', ')}` : null;
  });
  await client;
  await step(say, async () => {
    const isSeeded = await ensureSeed({ url, dataDir: settings.dataDir, env });
    return isSeeded ? 'Demo workspace made' : null;
  });
  return env;
}

/** @param {Database} database */
function databaseLine({ embedded }) {
  if (!embedded) return 'Database of DATABASE_URL reached';
  return `Embedded Postgres ${embedded.wasRunning ? 'was running' : 'started'} on port ${embedded.port}`;
}

/** The app reconnects by itself; somebody has to start the server for it. @param {Database} database @param {import('./step.mjs').Say} say */
function watchDatabase({ embedded }, say) {
  if (!embedded) return;
  const timer = setInterval(async () => {
    if (isEnding() || embedded.isAlive()) return;
    say('The embedded Postgres has stopped unexpectedly; starting it again…');
    timer.refresh();
    await embedded.revive().catch((error) => say(explanationOf(error)));
  }, WATCH_MS);
  timer.unref();
}

/**
 * @param {Settings} settings
 * @param {Record<string, string>} env
 * @param {LaunchOptions} options
 */
async function serve(settings, env, { dev, since, say }) {
  const server = spawnServer(settings, { dev, env });
  atEnd({ stop: server.stop, force: server.kill });
  atEnd({ stop: () => removeRecord(settings) });
  writeRecord(settings, { url: settings.url, starter: ownIdentity(), server: identityOf(server.pid) });
  void server.exited.then(() => {
    if (!isEnding()) say('The server has ended unexpectedly.');
    return end(1);
  });
  const advice = signInAdvice(env);
  const address = addressOf(settings.host, settings.port);
  await waitUntilServing(settings, { dev, address, exited: server.exited });
  const line = await advice;
  if (isEnding()) return;
  say(`\nTouchstone is ready at ${settings.url} (${secondsSince(since)})\n${line}\nCtrl-C stops it.`);
}

// @ts-check
// `npm start` and, with --dev, `npm run dev`. Until the dependencies are installed it may import Node's own modules
// only, which is why the rest is imported when its time has come.
import { ensureDataDir } from './data-dir.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { end, endOnSignals, isEnding } from './ending.mjs';
import { requireRecentNode } from './node-version.mjs';
import { watchParent } from './parent-watch.mjs';
import { explanationOf } from './refusal.mjs';
import { claimPort } from './server-record.mjs';
import { settingsFrom } from './settings.mjs';
import { step } from './step.mjs';

const since = performance.now();
/** @type {import('./step.mjs').Say} */
const say = (line) => console.log(line);

try {
  requireRecentNode();
  const settings = settingsFrom(process.env);
  endOnSignals({ code: 0, say });
  // A signal to npm alone ends npm and its shell, but not what they run.
  if (process.env.npm_lifecycle_event) watchParent(() => void end(0));
  ensureDataDir(settings.dataDir);
  await claimPort(settings);
  await step(say, async () => ((await ensureDependencies({ say })) ? 'Dependencies installed' : null));
  const { launch } = await import('./launch.mjs');
  await launch(settings, { dev: process.argv.includes('--dev'), since, say });
} catch (error) {
  if (!isEnding()) console.error(explanationOf(error));
  await end(1);
}

// @ts-check
// `npm test`, or parts of it: `npm test -- unit`. What is no part's name goes to the tools: `npm test -- unit span`.
import { ensureDependencies } from './dependencies.mjs';
import { end, endOnSignals, isEnding } from './ending.mjs';
import { requireRecentNode } from './node-version.mjs';
import { explanationOf } from './refusal.mjs';
import { secondsSince, step } from './step.mjs';
import { single, sum } from './test-tally.mjs';

/** @typedef {import('./test-tally.mjs').Tally} Tally */

const TITLES = { types: 'Type check', lint: 'Lint', unit: 'Unit and data tests', e2e: 'Browser tests' };

/** @type {import('./step.mjs').Say} */
const say = (line) => console.log(line);

/** @param {string} name @param {string[]} args @returns {Promise<Tally>} */
async function runPart(name, args) {
  const { TEST_PARTS } = await import('./test-parts.mjs');
  const title = TITLES[/** @type {keyof typeof TITLES} */ (name)];
  const since = performance.now();
  say(`\n${title}…`);
  const tally = await /** @type {import('./test-parts.mjs').TestPart} */ (TEST_PARTS[name])({
    args,
    say,
  }).catch((error) => {
    console.error(explanationOf(error));
    return single(false);
  });
  say(`${title}: ${tally.passed} passed, ${tally.failed} failed (${secondsSince(since)})`);
  return tally;
}

/** Beside what needs one processor alone. What goes wrong goes wrong again, and is told, where the build is needed. */
async function buildAhead() {
  if (isEnding()) return;
  const { ensureBuild } = await import('./build.mjs');
  await step(say, async () => ((await ensureBuild({ say })) ? 'App built' : null)).catch(() => {});
}

try {
  requireRecentNode();
  endOnSignals({ code: 1, say });
  await step(say, async () => ((await ensureDependencies({ say })) ? 'Dependencies installed' : null));
  const { ensurePrismaClient } = await import('./prisma-client.mjs');
  await step(say, async () => ((await ensurePrismaClient()) ? 'Database client generated' : null));

  const words = process.argv.slice(2);
  const named = Object.keys(TITLES).filter((part) => words.includes(part));
  const args = words.filter((word) => !(word in TITLES));
  const asked = named.length > 0 ? named : Object.keys(TITLES);
  /** @type {Tally[]} */
  const tallies = [];
  /** @param {string[]} parts */
  const runInOrder = async (parts) => {
    for (const part of parts)
      if (asked.includes(part) && !isEnding()) tallies.push(await runPart(part, args));
  };
  // These need one processor each, and nothing from one another.
  await Promise.all([
    runInOrder(['types']).then(() => (asked.includes('e2e') ? buildAhead() : undefined)),
    runInOrder(['lint']),
  ]);
  await runInOrder(['unit', 'e2e']);

  const { passed, failed, skipped } = sum(tallies);
  if (!isEnding()) {
    say(skipped.length > 0 ? `\n${skipped.length} skipped: ${skipped.join('; ')}` : '');
    say(`${passed} passed, ${failed} failed`);
  }
  await end(failed > 0 ? 1 : 0);
} catch (error) {
  if (!isEnding()) console.error(explanationOf(error));
  await end(1);
}

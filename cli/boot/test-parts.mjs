// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { findBrowser } from './find-browser.mjs';
import { WORK_DIR } from './root.mjs';
import { runNode } from './run-program.mjs';
import { NOTHING, single, tallyOfPlaywright, tallyOfVitest, withOutcome } from './test-tally.mjs';

/** @typedef {import('./test-tally.mjs').Tally} Tally */
/** @typedef {(options: {args: string[], say: import('./step.mjs').Say}) => Promise<Tally>} TestPart */

const NEXT = 'node_modules/next/dist/bin/next';
const TSC = 'node_modules/typescript/bin/tsc';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** In the order in which they run: what fails soonest comes first. @type {Record<string, TestPart>} */
export const TEST_PARTS = {
  types: async () => single(await isGood([NEXT, 'typegen'], [TSC, '--noEmit'])),
  lint: async () => single(await isGood([ESLINT, '.'], [PRETTIER, '--check', '--log-level', 'warn', '.'])),
  unit: runUnitTests,
  e2e: runBrowserTests,
};

/** Runs all of the programs, so that one run shows everything. @param {string[][]} programs */
async function isGood(...programs) {
  let good = true;
  for (const args of programs) {
    const { code } = await runNode(args, { show: 'stdout', env: { NEXT_TELEMETRY_DISABLED: '1' } });
    good &&= code === 0;
  }
  return good;
}

/** @type {TestPart} */
async function runUnitTests({ args }) {
  const report = reportFile('unit');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode([VITEST, 'run', '--passWithNoTests', ...reporters, ...args], {
    show: 'stdout',
  });
  return withOutcome(tallyFrom(report, tallyOfVitest), code === 0);
}

/** @type {TestPart} */
async function runBrowserTests({ args, say }) {
  const report = reportFile('e2e');
  await ensureBuild({ say });
  const { executable, env } = await findBrowser();
  const { code } = await runNode(
    [PLAYWRIGHT, 'test', '--pass-with-no-tests', '--reporter=list,json', ...args],
    {
      show: 'stdout',
      env: { ...env, CHROMIUM_PATH: executable, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  return withOutcome(tallyFrom(report, tallyOfPlaywright), code === 0);
}

/** @param {string} part */
function reportFile(part) {
  const file = path.join(WORK_DIR, 'test', `${part}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Tally} tallyOf
 */
const tallyFrom = (file, tallyOf) =>
  fs.existsSync(file) ? tallyOf(JSON.parse(fs.readFileSync(file, 'utf8'))) : NOTHING;

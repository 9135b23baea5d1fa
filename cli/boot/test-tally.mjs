// @ts-check

/**
 * How many tests of a part passed and failed, and the names of those that were left out.
 * @typedef {{passed: number, failed: number, skipped: string[]}} Tally
 */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: [] };

/** What counts as one test. @param {boolean} isGood @returns {Tally} */
export const single = (isGood) => ({ passed: Number(isGood), failed: Number(!isGood), skipped: [] });

/** @param {Tally[]} tallies @returns {Tally} */
export const sum = (tallies) =>
  tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: [...total.skipped, ...skipped],
    }),
    NOTHING,
  );

/**
 * A tool that failed has at least one failure, whether its report names it or not.
 * @param {Tally} tally
 * @param {boolean} isGood whether the tool ended with 0
 */
export const withOutcome = (tally, isGood) =>
  isGood || tally.failed > 0 ? tally : sum([tally, single(false)]);

/**
 * @typedef {object} VitestReport
 * @property {{status: string, assertionResults: {status: string, fullName: string}[]}[]} testResults
 */

/** A file that could not be loaded counts as one failure. @param {VitestReport} report @returns {Tally} */
export function tallyOfVitest({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + broken.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
}

/**
 * @typedef {object} PlaywrightSuite
 * @property {{title: string, tests: {status: string}[]}[]} [specs]
 * @property {PlaywrightSuite[]} [suites]
 */

/** @param {{suites: PlaywrightSuite[], errors?: unknown[]}} report @returns {Tally} */
export function tallyOfPlaywright({ suites, errors = [] }) {
  const specs = suites.flatMap(specsOf);
  const tests = specs.flatMap(({ title, tests: runs }) => runs.map(({ status }) => ({ title, status })));
  const failed = tests.filter(({ status }) => status === 'unexpected').length;
  return {
    passed: tests.filter(({ status }) => status === 'expected' || status === 'flaky').length,
    // An error outside the tests, such as a file that does not load.
    failed: failed || Math.min(errors.length, 1),
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ title }) => title),
  };
}

/** @param {PlaywrightSuite} suite @returns {{title: string, tests: {status: string}[]}[]} */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

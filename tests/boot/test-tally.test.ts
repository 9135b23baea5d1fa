import { describe, expect, it } from 'vitest';
import { single, sum, tallyOfPlaywright, tallyOfVitest, withOutcome } from '../../cli/boot/test-tally.mjs';

describe('tallyOfVitest', () => {
  it('counts tests, and a file that does not load as one failure', () => {
    const test = (status: string) => ({ status, fullName: `a ${status} test` });
    const testResults = [
      { status: 'failed', assertionResults: [test('passed'), test('failed'), test('skipped')] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [test('passed')] },
    ];
    expect(tallyOfVitest({ testResults })).toEqual({ passed: 2, failed: 2, skipped: ['a skipped test'] });
  });
});

describe('tallyOfPlaywright', () => {
  const spec = (status: string) => ({ title: `a ${status} journey`, tests: [{ status }] });

  it('finds the tests of nested suites', () => {
    const inner = { specs: [spec('expected'), spec('skipped')] };
    const suites = [{ specs: [spec('unexpected')], suites: [inner] }];
    expect(tallyOfPlaywright({ suites })).toEqual({ passed: 1, failed: 1, skipped: ['a skipped journey'] });
  });

  it('counts an error outside the tests', () => {
    expect(tallyOfPlaywright({ suites: [], errors: [{}] }).failed).toBe(1);
  });
});

describe('withOutcome', () => {
  it('never lets a tool that failed look good', () => {
    expect(withOutcome({ passed: 3, failed: 0, skipped: [] }, false)).toEqual({
      passed: 3,
      failed: 1,
      skipped: [],
    });
    expect(withOutcome({ passed: 3, failed: 2, skipped: [] }, false).failed).toBe(2);
    expect(withOutcome({ passed: 3, failed: 0, skipped: [] }, true).failed).toBe(0);
  });
});

describe('sum', () => {
  it('adds up', () => {
    const parts = [single(true), single(false), { passed: 5, failed: 0, skipped: ['one'] }];
    expect(sum(parts)).toEqual({ passed: 6, failed: 1, skipped: ['one'] });
  });
});

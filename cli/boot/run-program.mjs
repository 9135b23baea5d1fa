// @ts-check
import { spawn } from 'node:child_process';
import { Refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * `output` is both streams in the order they came, `stdout` the one alone.
 * @typedef {{code: number | null, signal: NodeJS.Signals | null, output: string, stdout: string}} Outcome
 */

/**
 * Runs `node ...args` at the root of the checkout to its end, whatever its end is.
 * @param {string[]} args
 * @param {{env?: Record<string, string | undefined>, show?: 'stdout' | 'stderr' | 'no', cwd?: string}} [options]
 *   show: where the program's own words go; with 'no' both streams are collected in `output`
 * @returns {Promise<Outcome>}
 */
export function runNode(args, { env = {}, show = 'no', cwd = ROOT } = {}) {
  return runProgram(process.execPath, args, { env, show, cwd });
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{env?: Record<string, string | undefined>, show?: 'stdout' | 'stderr' | 'no', cwd?: string, shell?: boolean}} [options]
 * @returns {Promise<Outcome>}
 */
export function runProgram(program, args, { env = {}, show = 'no', cwd = ROOT, shell = false } = {}) {
  const stdio = { stdout: ['ignore', 1, 2], stderr: ['ignore', 2, 2], no: ['ignore', 'pipe', 'pipe'] }[show];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: /** @type {import('node:child_process').StdioOptions} */ (stdio),
    });
    let [output, stdout] = ['', ''];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (stream === child.stdout) stdout += chunk;
      });
    running.add(child);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, output, stdout });
    });
  });
}

/** @param {Outcome} outcome @param {string} what */
export function requireSuccess({ code, signal, output }, what) {
  if (code !== 0) throw new Refusal(`${what} failed (${signal ?? `exit ${code}`}).\n${output}`.trimEnd());
}

/** Ends what `runNode` and `runProgram` still wait for. @param {NodeJS.Signals} signal */
export const stopPrograms = (signal) => running.forEach((child) => child.kill(signal));

import { execFileSync } from 'node:child_process';
import { atRoot } from '../../cli/boot/root.mjs';
import { e2eEnvironment } from './environment.mjs';

/** Runs the command-line tool on the installation under test. Returns what it prints; throws when it fails. */
export function runCommandLine(...args: string[]): string {
  return execFileSync(process.execPath, [atRoot('cli', 'boot', 'touchstone.mjs'), ...args], {
    cwd: atRoot(),
    encoding: 'utf8',
    env: { ...process.env, ...e2eEnvironment() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

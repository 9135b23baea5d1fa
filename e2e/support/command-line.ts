import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { TYPESCRIPT_ENVIRONMENT, typescriptProgram } from '../../cli/boot/command-line.mjs';
import { atRoot } from '../../cli/boot/root.mjs';
import { e2eEnvironment } from './environment.mjs';
import type { OperatorVerb } from './operator';

const options = () => ({ cwd: atRoot(), env: { ...process.env, ...e2eEnvironment() } });

/** Runs the command-line tool on the installation under test. Returns what it prints; throws when it fails. */
export function runCommandLine(...args: string[]): string {
  return execFileSync(process.execPath, [atRoot('cli', 'boot', 'touchstone.mjs'), ...args], {
    ...options(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface Operator {
  ask: <T>(verb: OperatorVerb, input: object) => Promise<T>;
  close: () => void;
}

/** Starts the program that makes workspaces, members and tokens, one command after the other. */
export function startOperator(): Operator {
  const { cwd, env } = options();
  const program = spawn(process.execPath, typescriptProgram('e2e', 'support', 'operator.ts'), {
    cwd,
    env: { ...env, ...TYPESCRIPT_ENVIRONMENT },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();
  const asked = async (verb: OperatorVerb, input: object) => {
    program.stdin.write(`${JSON.stringify({ verb, input })}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error('the program that acts as the operator has ended');
    const result = JSON.parse(value) as { ok: boolean; value: unknown; error: unknown };
    if (!result.ok) throw new Error(`${verb} was refused: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  return {
    ask: <T>(verb: OperatorVerb, input: object) =>
      (last = last.catch(() => {}).then(() => asked(verb, input))) as Promise<T>,
    close: () => program.stdin.end(),
  };
}

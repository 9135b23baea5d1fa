import type { Failure, Result } from '@/lib/domain/result';

/** A command that was refused: its message is for people, and no stack is printed. */
export class Refusal extends Error {}

/** The value of a result; a failure ends the command with its message. */
export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Refusal(result.error.message);
  return result.value;
}

/** Prose for whoever watches: standard error, so that standard output holds nothing but the result. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** The result: one JSON value, or lines for people. */
export function print(json: boolean | undefined, value: unknown, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''));
}

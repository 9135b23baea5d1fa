import type { Failure, Result } from '@/lib/domain/result';

/** The code of a refusal, or null when it was none. */
export const codeOf = (outcome: Result<unknown, Failure>): string | null =>
  outcome.ok ? null : outcome.error.code;

/** The value of what must have succeeded; throws what was refused. */
export function valueOf<T>(outcome: Result<T, Failure>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${outcome.error.code} ${outcome.error.message}`);
}

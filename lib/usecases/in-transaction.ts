import 'server-only';
import { transaction } from '@/lib/data/database';
import type { Prisma } from '@/lib/data/database';
import { type Failure, ok, type Result } from '@/lib/domain/result';

class RolledBack extends Error {
  constructor(readonly outcome: Result<unknown, Failure>) {
    super('rolled back');
  }
}

/**
 * Ends the work of `inTransaction` well, but with nothing written: what it would do is done already, and a number that
 * was taken must leave no gap.
 */
export function withoutWriting<T>(value: T): never {
  throw new RolledBack(ok(value));
}

/**
 * Runs a use case's writes in one transaction that is rolled back when the outcome is a failure: what was written
 * before the refusal (a source that was named, a number that was taken) is not kept.
 */
export async function inTransaction<T, E extends Failure>(
  work: (tx: Prisma.TransactionClient) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  try {
    return await transaction(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new RolledBack(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Result<T, E>;
    throw error;
  }
}

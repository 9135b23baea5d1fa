import 'server-only';
import { transaction } from '@/lib/data/database';
import type { Prisma } from '@/lib/data/database';
import { err, type Failure, type Result } from '@/lib/domain/result';

class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
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
      if (!outcome.ok) throw new Refused(outcome.error);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return err(error.failure as E);
    throw error;
  }
}

import 'server-only';
import { databaseFor, type Reader } from '@/lib/data/blind-reading';
import type { Database } from '@/lib/data/database';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/**
 * What a change of something that stands on many annotations answers, as its reader may see it. The change itself was made
 * on all there is: whoever annotates an article blind is not told by the answer what of that is in there.
 */
export async function asSeenBy<T>(
  reader: Reader,
  outcome: Result<T, Failure>,
  read: (db: Database, answer: T) => Promise<T>,
): Promise<Result<T, Failure>> {
  if (reader.blindTo.length === 0) return outcome;
  const db = databaseFor(reader);
  if (outcome.ok) return ok(await read(db, outcome.value));
  const { current, ...refusal } = outcome.error as Failure & { current?: T };
  return current ? err({ ...refusal, current: await read(db, current) }) : outcome;
}

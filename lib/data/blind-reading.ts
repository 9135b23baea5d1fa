import 'server-only';
import { type Database, database, type Prisma, snapshot } from './database';

/**
 * Whoever reads, and the articles that they annotate blind: their passes on them are open. The views `annotation`, `event`
 * and `source` hold nothing of the shared layer of those articles for them, because what others marked goes there once it
 * is revealed and adjudicated (invariant 7). For nearly everybody there are none.
 */
export interface Reader {
  blindTo: readonly string[];
}

/** The program itself: what is made of all that there is. */
export const NOBODY_BLIND: Reader = { blindTo: [] };

/** The articles that the user named by the parameter annotates blind, as an expression: a `uuid[]`. */
export const blindTo = (userId: string): string =>
  `ARRAY(SELECT own.article_id FROM pass own WHERE own.annotator_id = ${userId}::uuid AND own.state = 'open')`;

export const isBlindTo = ({ blindTo }: Reader, articleId: string): boolean => blindTo.includes(articleId);

/** Those articles as the setting takes them; empty for none. */
export const blindSetting = ({ blindTo }: Reader): string =>
  blindTo.length > 0 ? `{${blindTo.join(',')}}` : '';

/** Lets the transaction see what the reader may see, until it ends. */
export async function readAs(tx: Prisma.TransactionClient, reader: Reader): Promise<void> {
  if (reader.blindTo.length > 0)
    await tx.$executeRaw`SELECT set_config('touchstone.blind', ${blindSetting(reader)}, true)`;
}

/** The database as the reader may see it. Each query of somebody who annotates blind is a transaction of its own. */
export function databaseFor(reader: Reader): Database {
  const db = database();
  if (reader.blindTo.length === 0) return db;
  const setting = blindSetting(reader);
  return db.$extends({
    query: {
      async $allOperations({ args, query }) {
        const hide = db.$executeRaw`SELECT set_config('touchstone.blind', ${setting}, true)`;
        const [, answer] = await db.$transaction([hide, query(args) as Prisma.PrismaPromise<unknown>]);
        return answer;
      },
    },
  }) as unknown as Database;
}

/** Runs reads that must agree with each other, of what the reader may see. */
export function snapshotFor<T>(
  reader: Reader,
  read: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return snapshot(async (tx) => {
    await readAs(tx, reader);
    return read(tx);
  });
}

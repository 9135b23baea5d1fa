import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/env';
import { type Prisma, PrismaClient } from './generated/prisma/client';

export type { Prisma };
/** What a query runs on: the client itself or an open transaction. */
export type Database = PrismaClient | Prisma.TransactionClient;

interface Connections {
  pool: pg.Pool;
  prisma: PrismaClient;
}

// Kept on the global object, because development reloads modules and each reload would open a new pool.
const holder = globalThis as typeof globalThis & {
  touchstoneConnections?: Connections;
  touchstoneStreams?: pg.Pool;
};

function connections(): Connections {
  return (holder.touchstoneConnections ??= open());
}

function open(): Connections {
  const pool = openPool(20);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return { pool, prisma };
}

function openPool(max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max, keepAlive: true });
  // An idle connection that the server closes is replaced at its next use; unheard, the event would end the process.
  pool.on('error', (error) => console.error('database connection lost:', error.message));
  return pool;
}

export const database = (): PrismaClient => connections().prisma;
/** Bare connections. */
export const pool = (): pg.Pool => connections().pool;
/**
 * The connections that downloads read from. Each is held for as long as its receiver takes: apart from the others, so
 * that slow receivers make the next download wait and nobody else.
 */
export const streams = (): pg.Pool => (holder.touchstoneStreams ??= openPool(6));

const MOST_TRIES = 4;

/**
 * Runs the work in one transaction. Two that wait for each other (they name the same new sources in another order)
 * are told apart by the database, which ends one of them: that one is run again, so the work has no effect outside.
 */
export async function transaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  for (let left = MOST_TRIES - 1; ; left--) {
    try {
      return await database().$transaction(work, { maxWait: 15_000, timeout: 60_000 });
    } catch (error) {
      if (left === 0 || !isDeadlock(error)) throw error;
    }
  }
}

/** Prisma's own code for it, and that of Postgres inside a raw query. */
const isDeadlock = (error: unknown): boolean =>
  (error as { code?: string }).code === 'P2034' || /40P01|deadlock detected/.test(String(error));

/** Text for Prisma's `contains`, which would take `%`, `_` and `\\` as signs of a pattern. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Runs reads that must agree with each other: they see the database as of one moment. */
export function snapshot<T>(read: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return database().$transaction(read, {
    isolationLevel: 'RepeatableRead',
    maxWait: 15_000,
    timeout: 60_000,
  });
}

/** Closes the connections: for commands and tests, which end. */
export async function closeDatabase(): Promise<void> {
  const { touchstoneConnections: open, touchstoneStreams: downloads } = holder;
  delete holder.touchstoneConnections;
  delete holder.touchstoneStreams;
  await open?.prisma.$disconnect();
  await Promise.all([open?.pool.end(), downloads?.end()]);
}

/** Whether a write was refused because the table has a row of that id. */
export const isTakenId = (
  error: unknown,
  table: 'annotation' | 'verification' | 'condition_decision',
): boolean =>
  isTakenInRawQuery(error, table) ||
  ((error as { code?: string }).code === 'P2002' &&
    [`${table}_pkey`, 'id'].includes(violatedConstraint(error) ?? ''));

/** Of a raw query Prisma passes on the words of Postgres alone. */
const isTakenInRawQuery = (error: unknown, table: string): boolean =>
  (error as { code?: string }).code === 'P2010' &&
  String(error).includes(`duplicate key value violates unique constraint "${table}_pkey"`);

/** The name of the constraint that refused a write, or null when the error is another one. */
function violatedConstraint(error: unknown): string | null {
  const cause = (error as { meta?: { driverAdapterError?: { cause?: Record<string, unknown> } } })?.meta
    ?.driverAdapterError?.cause;
  const constraint = cause?.constraint as { index?: string; fields?: string[] } | string | undefined;
  if (typeof constraint === 'string') return constraint;
  if (constraint) return constraint.index ?? constraint.fields?.join(',') ?? null;
  return null;
}

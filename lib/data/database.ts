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
const holder = globalThis as typeof globalThis & { touchstoneConnections?: Connections };

function connections(): Connections {
  return (holder.touchstoneConnections ??= open());
}

function open(): Connections {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 20, keepAlive: true });
  // An idle connection that the server closes is replaced at its next use; unheard, the event would end the process.
  pool.on('error', (error) => console.error('database connection lost:', error.message));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }) };
}

export const database = (): PrismaClient => connections().prisma;
/** Bare connections, for streaming and LISTEN. */
export const pool = (): pg.Pool => connections().pool;

/** Runs the work in one transaction. */
export function transaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return database().$transaction(work, { maxWait: 15_000, timeout: 60_000 });
}

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
  const open = holder.touchstoneConnections;
  if (!open) return;
  delete holder.touchstoneConnections;
  await open.prisma.$disconnect();
  await open.pool.end();
}

/** The name of the constraint that refused a write, or null when the error is another one. */
export function violatedConstraint(error: unknown): string | null {
  const cause = (error as { meta?: { driverAdapterError?: { cause?: Record<string, unknown> } } })?.meta
    ?.driverAdapterError?.cause;
  const constraint = cause?.constraint as { index?: string; fields?: string[] } | string | undefined;
  if (typeof constraint === 'string') return constraint;
  if (constraint) return constraint.index ?? constraint.fields?.join(',') ?? null;
  return null;
}

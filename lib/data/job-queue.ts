import 'server-only';
import PgBoss from 'pg-boss';
import { pool } from './database';

/** The queue of releases that are to be made. A job is the id of its release and nothing else: all it needs is in that row. */
const QUEUE = 'release';
/** A job is given up by the queue after this long; before that nobody else gets it. In hours. */
const LONGEST_JOB = 23;
/** Seconds before a job that failed is tried again; twice as long each time. */
const RETRY_AFTER = 5;
export const MOST_TRIES = 4;

const holder = globalThis as typeof globalThis & { touchstoneQueue?: Promise<PgBoss> };

/** The queue over the app's own connections, without timers of its own: it holds nothing open. Its tables are made at first use. */
const queue = (): Promise<PgBoss> => (holder.touchstoneQueue ??= openQueue());

async function openQueue(): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    db: { executeSql: (text, values) => pool().query(text, values) },
  });
  boss.on('error', (error) => console.error('the queue of jobs:', error.message));
  try {
    await boss.start();
    await boss.createQueue(QUEUE, {
      name: QUEUE,
      retryLimit: MOST_TRIES - 1,
      retryDelay: RETRY_AFTER,
      retryBackoff: true,
      expireInHours: LONGEST_JOB,
    });
    return boss;
  } catch (error) {
    delete holder.touchstoneQueue;
    throw error;
  }
}

/** Asks for a release to be made; one that waits already is asked for once. A job that is over, or was lost with its process, is begun anew. */
export async function queueRelease(id: string): Promise<void> {
  const boss = await queue();
  const job = await boss.getJobById(QUEUE, id);
  if (job && (job.state === 'created' || job.state === 'retry')) return;
  if (job) await boss.deleteJob(QUEUE, id);
  await boss.send(QUEUE, {}, { id });
}

/** The next release that is to be made, if there is one; nobody else is given it then. */
export async function takeQueuedRelease(): Promise<string | null> {
  const [job] = await (await queue()).fetch(QUEUE, { batchSize: 1 });
  return job?.id ?? null;
}

export const endQueuedRelease = async (id: string): Promise<void> => (await queue()).complete(QUEUE, id);

/** Puts a job back, to be tried again after a while. */
export const failQueuedRelease = async (id: string): Promise<void> => (await queue()).fail(QUEUE, id);

/** Puts away old jobs. */
export const tidyQueue = async (): Promise<void> => (await queue()).maintain();

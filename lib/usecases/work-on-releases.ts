import 'server-only';
import {
  endQueuedRelease,
  failQueuedRelease,
  queueRelease,
  takeQueuedRelease,
  tidyQueue,
} from '@/lib/data/job-queue';
import { database } from '@/lib/data/database';
import { isReleaseHeld } from '@/lib/data/release-lock';
import { listUnfinishedReleases } from '@/lib/data/releases';
import { makeRelease } from './make-release';

/** How often each process looks for releases that wait, in milliseconds. Its own are taken at once. */
const LOOK_EVERY = 10_000;
/** A release that nobody holds and that has not moved for so long was left by a process that died. */
const LEFT_AFTER = 10_000;
const TIDY_EVERY = 3_600_000;

const clock = { now: () => new Date() };

/**
 * Makes the releases that wait, one at a time in each process. Its timers hold no process open, and what it is killed in the
 * midst of another one takes up.
 */
class ReleaseWorker {
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<void> | null = null;
  #isAskedAgain = false;
  #tidiedAt = 0;

  start(): void {
    if (this.#timer) return;
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY).unref();
    void this.look();
  }

  /** Asks for a release to be made, by this process or another, also where an earlier job for it is over or was lost. */
  async ask(id: string): Promise<void> {
    this.start();
    await queueRelease(id);
    void this.look();
  }

  /** Takes what waits; asked while it works, it looks once more afterwards. */
  look(): Promise<void> {
    if (this.#working) {
      this.#isAskedAgain = true;
      return this.#working;
    }
    this.#working = this.#work()
      .catch((error: unknown) =>
        console.error('could not look for releases to be made; it tries again', (error as Error).message),
      )
      .finally(() => {
        this.#working = null;
        if (!this.#isAskedAgain) return;
        this.#isAskedAgain = false;
        void this.look();
      });
    return this.#working;
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#working;
  }

  async #work(): Promise<void> {
    await queueLeftReleases();
    for (let id = await takeQueuedRelease(); id !== null; id = await takeQueuedRelease()) {
      const outcome = await makeRelease(id, clock);
      if (outcome === 'again') await failQueuedRelease(id);
      else await endQueuedRelease(id);
    }
    if (Date.now() - this.#tidiedAt < TIDY_EVERY) return;
    this.#tidiedAt = Date.now();
    await tidyQueue();
  }
}

/** Asks anew for what a process left when it died, and for what a command began that never came to an end. */
async function queueLeftReleases(): Promise<void> {
  const left = await listUnfinishedReleases(database(), new Date(Date.now() - LEFT_AFTER));
  for (const id of left) if (!(await isReleaseHeld(id))) await queueRelease(id);
}

// One per process, also where development reloads modules.
const holder = globalThis as typeof globalThis & { touchstoneReleases?: ReleaseWorker };
export const releaseWorker = (): ReleaseWorker => (holder.touchstoneReleases ??= new ReleaseWorker());

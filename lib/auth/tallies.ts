import 'server-only';

const WINDOW_MS = 15 * 60 * 1000;
const PRUNE_ABOVE = 10_000;

/** Counts by name, in windows of 15 minutes from the first of each. Kept in the memory of one process. */
export class Tallies {
  private readonly tallies = new Map<string, { count: number; since: number }>();

  /** Counts one more; answers how many there are in the window. */
  increased(key: string, now: number): number {
    this.prune(now);
    const tally = this.tallies.get(key);
    if (!tally || now - tally.since >= WINDOW_MS) {
      this.tallies.set(key, { count: 1, since: now });
      return 1;
    }
    return ++tally.count;
  }

  forget(key: string): void {
    this.tallies.delete(key);
  }

  private prune(now: number): void {
    if (this.tallies.size <= PRUNE_ABOVE) return;
    for (const [key, { since }] of this.tallies) if (now - since >= WINDOW_MS) this.tallies.delete(key);
  }
}

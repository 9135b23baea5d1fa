import 'server-only';

const WINDOW_MS = 15 * 60 * 1000;
const PRUNE_ABOVE = 10_000;

/** A reader writes once or twice; behind one address there may be a whole school. All readers together stay readable. */
export const READER_LIMITS = { client: 10, everybody: 200 } as const;

/**
 * Counts what comes from people who are not signed in, per client and in all, in windows of 15 minutes. Kept in the
 * memory of one process; what is kept in the database has a limit of its own. Those whose address is not known count as
 * one client.
 */
export class RequestRate {
  private readonly tallies = new Map<string, { count: number; since: number }>();

  constructor(private readonly limits: { client: number; everybody: number }) {}

  isAllowed(client: string | null, now: number): boolean {
    this.prune(now);
    // A client that is over its own limit does not use up everybody's.
    return (
      this.increased(`client ${client ?? ''}`, now) <= this.limits.client &&
      this.increased('everybody', now) <= this.limits.everybody
    );
  }

  private increased(key: string, now: number): number {
    const tally = this.tallies.get(key);
    if (!tally || now - tally.since >= WINDOW_MS) {
      this.tallies.set(key, { count: 1, since: now });
      return 1;
    }
    return ++tally.count;
  }

  private prune(now: number): void {
    if (this.tallies.size <= PRUNE_ABOVE) return;
    for (const [key, { since }] of this.tallies) if (now - since >= WINDOW_MS) this.tallies.delete(key);
  }
}

/** What readers of public pages ask for. */
export const readerRequests = new RequestRate(READER_LIMITS);

import 'server-only';

const WINDOW_MS = 15 * 60 * 1000;
const PRUNE_ABOVE = 10_000;

/** Ten for one account stop guessing; a newsroom shares one client address, so that gets more. */
export const ATTEMPT_LIMITS = { address: 10, client: 60 } as const;

interface Tally {
  count: number;
  since: number;
}

/**
 * Counts password attempts per e-mail address and per client in windows of 15 minutes. Kept in the memory of one
 * process: with several processes each allows its own share, which still leaves guessing hopeless against argon2id.
 */
export class Attempts {
  private readonly tallies = new Map<string, Tally>();

  /** Counts one attempt, before the password is looked at: many at once cannot slip through. */
  isAllowed(address: string, client: string | null, now: number): boolean {
    this.prune(now);
    const byAddress = this.increased(`address ${address}`, now) <= ATTEMPT_LIMITS.address;
    const byClient = client === null || this.increased(`client ${client}`, now) <= ATTEMPT_LIMITS.client;
    return byAddress && byClient;
  }

  /** A right password proves that the person is no guesser. */
  forget(address: string, client: string | null): void {
    this.tallies.delete(`address ${address}`);
    if (client !== null) this.tallies.delete(`client ${client}`);
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

export const passwordAttempts = new Attempts();

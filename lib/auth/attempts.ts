import 'server-only';
import { Tallies } from './tallies';

/** Ten for one account stop guessing; a newsroom shares one client address, so that gets more. */
export const ATTEMPT_LIMITS = { address: 10, client: 60 } as const;

/**
 * Counts password attempts per e-mail address and per client in windows of 15 minutes. Kept in the memory of one
 * process: with several processes each allows its own share, which still leaves guessing hopeless against argon2id.
 */
export class Attempts {
  private readonly tallies = new Tallies();

  /** Counts one attempt, before the password is looked at: many at once cannot slip through. */
  isAllowed(address: string, client: string | null, now: number): boolean {
    const byAddress = this.tallies.increased(`address ${address}`, now) <= ATTEMPT_LIMITS.address;
    const byClient =
      client === null || this.tallies.increased(`client ${client}`, now) <= ATTEMPT_LIMITS.client;
    return byAddress && byClient;
  }

  /** A right password proves that the person is no guesser. */
  forget(address: string, client: string | null): void {
    this.tallies.forget(`address ${address}`);
    if (client !== null) this.tallies.forget(`client ${client}`);
  }
}

export const passwordAttempts = new Attempts();

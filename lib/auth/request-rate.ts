import 'server-only';
import { Tallies } from './tallies';

/** A reader writes once or twice; behind one address there may be a whole school. All readers together stay readable. */
export const READER_LIMITS = { client: 10, everybody: 200 } as const;

/**
 * Counts what comes from people who are not signed in, per client and in all, in windows of 15 minutes. Kept in the
 * memory of one process; what is kept in the database has a limit of its own. Those whose address is not known count as
 * one client.
 */
export class RequestRate {
  private readonly tallies = new Tallies();

  constructor(private readonly limits: { client: number; everybody: number }) {}

  isAllowed(client: string | null, now: number): boolean {
    // A client that is over its own limit does not use up everybody's.
    return (
      this.tallies.increased(`client ${client ?? ''}`, now) <= this.limits.client &&
      this.tallies.increased('everybody', now) <= this.limits.everybody
    );
  }
}

/** What readers of public pages ask for. */
export const readerRequests = new RequestRate(READER_LIMITS);

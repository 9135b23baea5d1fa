import 'server-only';
import { after } from 'next/server';
import { v7 } from 'uuid';
import { fetchWaitingCaptures } from '@/lib/usecases/fetch-waiting-captures';

/** Fetches the web pages that what was just recorded names, once it is answered: a page that cannot be had is no reason to wait. */
export function keepCopies(): void {
  after(() =>
    fetchWaitingCaptures({ now: () => new Date(), newId: v7 }).catch((error: unknown) =>
      console.error('could not keep copies of the pages named as evidence', error),
    ),
  );
}

import 'server-only';
import { database } from './database';

/** The channel on which processes tell each other which articles have new events. */
export const ARTICLES_CHANNEL = 'touchstone_articles';
/** Ids that fit a payload: Postgres allows 8,000 bytes, an id with its comma takes 39. */
const IDS_PER_PAYLOAD = 200;

let waiting = new Set<string>();

/**
 * Tells every process that articles have new events: ids only, after the commit, coalesced over one turn of the
 * event loop. A NOTIFY inside the transactions would make all commits of the database queue up. A lost one costs the
 * hub's next sweep, never an event.
 */
export function announce(articleId: string): void {
  if (waiting.size === 0) setImmediate(() => void flush());
  waiting.add(articleId);
}

async function flush(): Promise<void> {
  const ids = [...waiting];
  waiting = new Set();
  for (let i = 0; i < ids.length; i += IDS_PER_PAYLOAD) {
    const payload = JSON.stringify(ids.slice(i, i + IDS_PER_PAYLOAD));
    await database().$executeRaw`SELECT pg_notify(${ARTICLES_CHANNEL}, ${payload})`.catch((error: unknown) =>
      console.error('could not announce a change; readers see it at the next sweep', error),
    );
  }
}

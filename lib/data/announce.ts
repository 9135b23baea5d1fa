import 'server-only';
import { database } from './database';

/** The channel on which processes tell each other which articles have new events. */
export const ARTICLES_CHANNEL = 'touchstone_articles';
/** Ids that fit a payload: Postgres allows 8,000 bytes, an id with its comma takes 39. */
const IDS_PER_PAYLOAD = 200;

/** The channel on which processes tell each other whose notifications changed. */
export const NOTICES_CHANNEL = 'touchstone_notices';

type Channel = typeof ARTICLES_CHANNEL | typeof NOTICES_CHANNEL;

const waiting: Record<Channel, Set<string>> = {
  [ARTICLES_CHANNEL]: new Set(),
  [NOTICES_CHANNEL]: new Set(),
};

/**
 * Tells every process that articles have new events: ids only, after the commit, coalesced over one turn of the
 * event loop. A NOTIFY inside the transactions would make all commits of the database queue up. A lost one costs the
 * hub's next sweep, never an event.
 */
export const announce = (articleId: string): void => announceOn(ARTICLES_CHANNEL, [articleId]);

/**
 * Tells every process whose notifications changed: ids of users only, after the commit, coalesced. A lost one costs
 * what these people are told of at once; they see it when a page asks the next time.
 */
export const announceNotices = (userIds: readonly string[]): void => announceOn(NOTICES_CHANNEL, userIds);

function announceOn(channel: Channel, ids: readonly string[]): void {
  if (ids.length === 0) return;
  if (waiting[channel].size === 0) setImmediate(() => void flush(channel));
  for (const id of ids) waiting[channel].add(id);
}

async function flush(channel: Channel): Promise<void> {
  const ids = [...waiting[channel]];
  waiting[channel].clear();
  for (let i = 0; i < ids.length; i += IDS_PER_PAYLOAD) {
    const payload = JSON.stringify(ids.slice(i, i + IDS_PER_PAYLOAD));
    await database().$executeRaw`SELECT pg_notify(${channel}, ${payload})`.catch((error: unknown) =>
      console.error('could not announce a change; it is seen a little later', error),
    );
  }
}

import 'server-only';
import pg from 'pg';
import { env } from '@/lib/env';
import { ARTICLES_CHANNEL, NOTICES_CHANNEL } from './announce';
import { database } from './database';

/** The channel on which processes tell each other who is reading what. */
export const PRESENCE_CHANNEL = 'touchstone_presence';
/** Wait before a lost LISTEN connection is opened again, in milliseconds. */
const RECONNECT_AFTER = 500;

export interface FeedListener {
  onArticles: (articleIds: string[]) => void;
  onPresence: (payload: unknown) => void;
  onNotices: (userIds: string[]) => void;
  /** After each (re)connection: notifications may have been missed, so look for yourself. */
  onConnect: () => void;
}

/** Listens to the announcements of all processes until the returned function is called; reconnects by itself. */
export function listenToFeed(listener: FeedListener): () => void {
  let client: pg.Client | null = null;
  let stopped = false;

  const retry = (): void => {
    client = null;
    if (!stopped) setTimeout(() => void connect(), RECONNECT_AFTER).unref();
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    next.on('error', () => {
      next.removeAllListeners('error').on('error', () => {});
      retry();
    });
    next.on('notification', ({ channel, payload }) => {
      const message = messageFrom(payload);
      if (channel === PRESENCE_CHANNEL) listener.onPresence(message);
      else if (!Array.isArray(message)) return;
      else if (channel === NOTICES_CHANNEL) listener.onNotices(message.map(String));
      else listener.onArticles(message.map(String));
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${ARTICLES_CHANNEL}; LISTEN ${PRESENCE_CHANNEL}; LISTEN ${NOTICES_CHANNEL}`);
      if (stopped) return void (await next.end());
      client = next;
      listener.onConnect();
    } catch {
      next.removeAllListeners('error').on('error', () => {});
      retry();
    }
  };
  void connect();
  return () => {
    stopped = true;
    void client?.end();
  };
}

/** Anybody with a connection may notify: what is not JSON says nothing, and the sweep finds what it meant. */
function messageFrom(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? 'null');
  } catch {
    return null;
  }
}

/** Tells all processes something about who is reading. Lost ones are repeated by the next heartbeat. */
export async function notifyPresence(payload: unknown): Promise<void> {
  await database().$executeRaw`SELECT pg_notify(${PRESENCE_CHANNEL}, ${JSON.stringify(payload)})`;
}

/** Those of the users who may still read the workspace that an article belongs to. */
export async function listReaders(articleId: string, userIds: readonly string[]): Promise<Set<string>> {
  const rows = await database().membership.findMany({
    where: { userId: { in: [...userIds] }, workspace: { articles: { some: { id: articleId } } } },
    select: { userId: true },
  });
  return new Set(rows.map((row) => row.userId));
}

import { memoryOutbox } from './memory-outbox';
import { type OutboxDatabase, openOutboxDatabase } from './outbox-database';
import type { OutboxStorage } from './outbox-storage';

/** The outbox that survives reload and crash. Where the browser refuses to keep data, it lasts as long as the page. */
export function indexedDbOutbox(): OutboxStorage {
  let opening: Promise<OutboxStorage> | null = null;
  const storage = (): Promise<OutboxStorage> =>
    (opening ??= openOutboxDatabase().then(storageIn, (error: unknown) => {
      console.warn('This browser keeps no data: changes that are not saved are lost on reload.', error);
      return memoryOutbox();
    }));
  return {
    list: async (userId, articleId) => (await storage()).list(userId, articleId),
    write: async (change) => (await storage()).write(change),
  };
}

/** Forgets every command and every step to undo of a person on this browser: they sign out. */
export async function wipeOutbox(userId: string): Promise<void> {
  const database = await findOutboxDatabase();
  if (!database) return;
  const theirs = IDBKeyRange.bound([userId, ''], [userId, '\uffff']);
  const transaction = database.transaction(['commands', 'steps'], 'readwrite', { durability: 'strict' });
  for (const name of ['commands', 'steps'] as const) {
    const store = transaction.objectStore(name);
    for (const key of await store.index('place').getAllKeys(theirs)) await store.delete(key);
  }
  await transaction.done;
  database.close();
}

/** How many of a person's changes wait on this browser, by article. The shell can ask before somebody signs out. */
export async function countUnsent(userId: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const database = await findOutboxDatabase();
  if (!database) return counts;
  for (const command of await database.getAll('commands'))
    if (command.userId === userId) counts.set(command.articleId, (counts.get(command.articleId) ?? 0) + 1);
  database.close();
  return counts;
}

/** Null where the browser refuses to keep data: nothing waits there, and nothing is in the way of signing out. */
const findOutboxDatabase = (): Promise<OutboxDatabase | null> => openOutboxDatabase().catch(() => null);

const storageIn = (database: OutboxDatabase): OutboxStorage => ({
  // Rows of one index key come in the order of their keys, which is the order in which they were made.
  list: (userId, articleId) => database.getAllFromIndex('commands', 'place', [userId, articleId]),
  write: async ({ remove = [], put = [] }) => {
    const transaction = database.transaction('commands', 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...remove.map((key) => transaction.store.delete(key)),
      ...put.map((command) => transaction.store.put(command)),
      transaction.done,
    ]);
  },
});

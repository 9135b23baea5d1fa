import { memorySteps } from './memory-steps';
import { type OutboxDatabase, openOutboxDatabase } from './outbox-database';
import type { StepStorage } from './step-storage';

/** Steps that outlive a reload. Where the browser refuses to keep data, they last as long as the page. */
export function indexedDbSteps(): StepStorage {
  let opening: Promise<StepStorage> | null = null;
  // Why the browser keeps nothing the outbox has said already.
  const storage = (): Promise<StepStorage> =>
    (opening ??= openOutboxDatabase().then(storageIn, () => memorySteps()));
  return {
    list: async (userId, articleId) => (await storage()).list(userId, articleId),
    write: async (change) => (await storage()).write(change),
  };
}

const storageIn = (database: OutboxDatabase): StepStorage => ({
  // Rows of one index key come in the order of their keys.
  list: (userId, articleId) => database.getAllFromIndex('steps', 'place', [userId, articleId]),
  write: async ({ remove, put }) => {
    const transaction = database.transaction('steps', 'readwrite');
    await Promise.all([
      ...remove.map((key) => transaction.store.delete(key)),
      ...put.map((step) => transaction.store.put(step)),
      transaction.done,
    ]);
  },
});

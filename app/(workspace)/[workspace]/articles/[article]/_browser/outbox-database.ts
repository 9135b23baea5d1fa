import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxCommand } from './outbox-command';
import type { KeptStep } from './step-storage';

const DATABASE = 'touchstone-outbox';

interface Schema extends DBSchema {
  commands: { key: string; value: OutboxCommand; indexes: { place: [string, string] } };
  steps: { key: string; value: KeptStep; indexes: { place: [string, string] } };
}
export type OutboxDatabase = IDBPDatabase<Schema>;

/** What this browser keeps of everybody who works in it: commands that wait to be sent, steps that can be undone. */
export const openOutboxDatabase = (): Promise<OutboxDatabase> =>
  openDB<Schema>(DATABASE, 2, {
    upgrade: (database, from) => {
      for (const store of from < 1 ? (['commands', 'steps'] as const) : (['steps'] as const))
        database.createObjectStore(store, { keyPath: 'key' }).createIndex('place', ['userId', 'articleId']);
    },
    // A later version of the app in another tab must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

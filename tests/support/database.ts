import { inject } from 'vitest';
import { withClient } from '../../cli/boot/database.mjs';
import { cloneTemplate } from './test-server';

/** A database with every migration and no rows. */
export interface TestDatabase {
  url: string;
  /** Runs one statement on a connection of its own, past all layers. */
  query: <Row = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>;
}

/** The database of this test file, which `DATABASE_URL` names; it is dropped when the file has ended. */
export const testDatabase = (): TestDatabase => databaseAt(process.env.DATABASE_URL!);

/** One more, for what needs two installations: `DATABASE_URL` stays as it is. */
export const anotherDatabase = async (): Promise<TestDatabase> =>
  databaseAt(await cloneTemplate(inject('testServer')));

const databaseAt = (url: string): TestDatabase => ({
  url,
  query: (sql, values = []) => withClient(url, async (client) => (await client.query(sql, values)).rows),
});

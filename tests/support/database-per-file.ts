import fs from 'node:fs';
import { afterAll, inject } from 'vitest';
import { closeDatabase } from '@/lib/data/database';
import { env } from '@/lib/env';
import { newFolder } from './temporary-folder';
import { cloneTemplate, dropClone, dropForsaken } from './test-server';

// Runs before a test file is imported, so that every module it imports finds the file's own database.
const server = inject('testServer');
await dropForsaken(server);
const folder = newFolder();
const settings = {
  DATABASE_URL: await cloneTemplate(server),
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'a-secret-for-tests-alone',
  DATA_DIR: folder,
};
Object.assign(process.env, settings);
// The files of one process share what they import, which has read the settings of the file before.
Object.assign(env(), settings);
// What the file before began and did not wait for may have opened its connections once more.
await closeDatabase();

afterAll(async () => {
  await closeDatabase();
  await dropClone(server, settings.DATABASE_URL);
  fs.rmSync(folder, { recursive: true, force: true });
});

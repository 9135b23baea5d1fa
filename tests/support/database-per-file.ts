import fs from 'node:fs';
import { afterAll, inject } from 'vitest';
import { newFolder } from './temporary-folder';
import { cloneTemplate, dropForsaken } from './test-server';

// Runs before a test file is imported, so that every module it imports finds the file's own database.
const server = inject('testServer');
await dropForsaken(server);
process.env.DATABASE_URL = await cloneTemplate(server);
process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000';
process.env.NEXTAUTH_SECRET = 'a-secret-for-tests-alone';
const folder = newFolder();
process.env.DATA_DIR = folder;
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

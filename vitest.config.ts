import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = path.dirname(fileURLToPath(import.meta.url));

/** Folders of tests/ that never open the application's database; all the others get one per test file. */
const WITHOUT_DATABASE = [
  'app/browser',
  'architecture',
  'boot',
  'domain',
  'export',
  'guard',
  'ingest',
  'release',
  'suggest',
].map((folder) => `tests/${folder}/**/*.test.ts`);

/**
 * What leaves something running in its process, says what one process does, or puts a module in another's place: a feed that
 * listens, a worker that takes jobs. Each of these files has a process of its own.
 */
const ALONE = [
  'tests/app/api-routes.test.ts',
  'tests/app/event-stream.test.ts',
  'tests/app/releases-route.test.ts',
  'tests/live/**/*.test.ts',
  'tests/usecases/releases.test.ts',
];

const onDatabase = {
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/database-per-file.ts'],
};

export default defineConfig({
  resolve: {
    alias: { '@': root, 'server-only': path.join(root, 'tests/support/server-only.ts') },
  },
  test: {
    // By itself Vitest leaves one processor to the machine: of two that is half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: WITHOUT_DATABASE } },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: 'database',
          // To start a process and import everything anew for each file takes nearly as long as the tests themselves.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [...WITHOUT_DATABASE, ...ALONE],
        },
      },
      { extends: true, test: { ...onDatabase, name: 'alone', include: ALONE } },
    ],
  },
});

import type { TestProject } from 'vitest/node';
import { ensurePrismaClient } from '../../cli/boot/prisma-client.mjs';
import { dropForsaken, openTestServer, type TestServer } from './test-server';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Runs once, and only when a test that needs the database is about to. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  await ensurePrismaClient();
  const { close, ...server } = await openTestServer();
  project.provide('testServer', server);
  return async () => {
    await dropForsaken(server);
    await close();
  };
}

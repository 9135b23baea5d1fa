import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { withClient } from '../../cli/boot/database.mjs';
import { openEmbeddedPostgres, removeEmbeddedPostgres } from '../../cli/boot/embedded-postgres.mjs';
import { identityOf } from '../../cli/boot/process-identity.mjs';
import { newFolder, writeFiles } from '../support/temporary-folder';

const folder = newFolder();
const dir = path.join(folder, 'postgres');

// One server for the whole file: each test leaves it stopped.
beforeAll(async () => {
  await (await openEmbeddedPostgres(dir)).close();
});
afterAll(async () => {
  await removeEmbeddedPostgres(dir);
  fs.rmSync(folder, { recursive: true, force: true });
});

const isUp = (pid: number | null): boolean => pid !== null && identityOf(pid) !== null;

/** Another process that opens the server and stays until it is killed. */
async function anotherUser(): Promise<() => Promise<void>> {
  const source = JSON.stringify(path.resolve('cli/boot/embedded-postgres.mjs'));
  const program = `
    const { openEmbeddedPostgres } = await import(${source});
    await openEmbeddedPostgres(${JSON.stringify(dir)});
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 2],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout!, 'data');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}

describe('openEmbeddedPostgres', () => {
  it('stops the server with its last user', async () => {
    const first = await openEmbeddedPostgres(dir);
    const second = await openEmbeddedPostgres(dir);
    const pid = first.postmasterPid();
    expect(second.postmasterPid()).toBe(pid);
    await first.close();
    expect(isUp(pid)).toBe(true);
    await second.close();
    // It has let go of its data, and may still be on its way out.
    await expect.poll(() => isUp(pid)).toBe(false);
  });

  it('lets two start at once', async () => {
    const servers = await Promise.all([openEmbeddedPostgres(dir), openEmbeddedPostgres(dir)]);
    expect(new Set(servers.map((server) => server.postmasterPid())).size).toBe(1);
    for (const server of servers) await server.close();
    expect(servers[0].isAlive()).toBe(false);
  });

  it('never stops the server of another process', async () => {
    const kill = await anotherUser();
    const server = await openEmbeddedPostgres(dir);
    await server.close();
    expect(server.isAlive()).toBe(true);
    await kill();
    await (await openEmbeddedPostgres(dir)).close();
    expect(server.isAlive()).toBe(false);
  });

  it('adopts the server of a process that was killed, and stops it in its place', async () => {
    const kill = await anotherUser();
    await kill();
    const server = await openEmbeddedPostgres(dir);
    expect(server.wasRunning).toBe(true);
    await server.close();
    expect(server.isAlive()).toBe(false);
  });

  it('keeps what was committed when the server itself is killed', async () => {
    const before = await openEmbeddedPostgres(dir);
    await withClient(before.urlOf('postgres'), (client) =>
      client.query('CREATE TABLE kept AS SELECT 42 AS answer'),
    );
    process.kill(before.postmasterPid()!, 'SIGKILL');
    const after = await openEmbeddedPostgres(dir);
    const { rows } = await withClient(after.urlOf('postgres'), (client) =>
      client.query('SELECT answer FROM kept'),
    );
    expect(rows).toEqual([{ answer: 42 }]);
    expect(after.port).toBe(before.port);
    await after.close();
    await before.close();
  });

  it('revives a server that was killed', async () => {
    const server = await openEmbeddedPostgres(dir);
    process.kill(server.postmasterPid()!, 'SIGKILL');
    await server.revive();
    await withClient(server.urlOf('postgres'), (client) => client.query('SELECT 1'));
    await server.close();
    expect(server.isAlive()).toBe(false);
  });

  it('begins again where initdb was interrupted', async () => {
    const other = path.join(folder, 'interrupted');
    writeFiles(`${other}.new`, { PG_VERSION: '18\n' });
    const server = await openEmbeddedPostgres(other);
    expect(server.isAlive()).toBe(true);
    await server.close();
  });
});

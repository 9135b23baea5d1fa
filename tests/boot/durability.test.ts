import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { typescriptProgram, TYPESCRIPT_ENVIRONMENT } from '../../cli/boot/command-line.mjs';
import { withClient } from '../../cli/boot/database.mjs';
import { openEmbeddedPostgres, removeEmbeddedPostgres } from '../../cli/boot/embedded-postgres.mjs';
import { applyMigrations } from '../../cli/boot/migrate.mjs';
import { ensurePrismaClient } from '../../cli/boot/prisma-client.mjs';
import { newFolder } from '../support/temporary-folder';

const folder = newFolder();
const dir = path.join(folder, 'postgres');

afterAll(async () => {
  await removeEmbeddedPostgres(dir);
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Enough writes that the kill comes in the midst of others. */
const ACKNOWLEDGED = 30;

/** A process of the application that writes annotations and prints the id of each one that was acknowledged. */
function aWriter(url: string) {
  const child = spawn(process.execPath, typescriptProgram('tests', 'support', 'acknowledging-writer.ts'), {
    env: { ...process.env, ...TYPESCRIPT_ENVIRONMENT, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, lines: createInterface({ input: child.stdout! }) };
}

it('keeps every acknowledged write when the application and the server are killed in its midst', async () => {
  await ensurePrismaClient();
  const before = await openEmbeddedPostgres(dir);
  await applyMigrations(before.urlOf('postgres'));
  const { child, lines } = aWriter(before.urlOf('postgres'));
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
  const acknowledged: string[] = [];
  lines.on('line', (id) => {
    acknowledged.push(id);
    if (acknowledged.length !== ACKNOWLEDGED) return;
    process.kill(before.postmasterPid()!, 'SIGKILL');
    child.kill('SIGKILL');
  });
  await ended;
  expect(acknowledged.length).toBeGreaterThanOrEqual(ACKNOWLEDGED);

  const after = await openEmbeddedPostgres(dir);
  const { stored, events, seq } = await withClient(after.urlOf('postgres'), async (client) => ({
    stored: (await client.query<{ id: string }>('SELECT id FROM annotation')).rows.map(({ id }) => id),
    events: (await client.query<{ seq: number }>('SELECT seq FROM event ORDER BY seq')).rows,
    seq: (await client.query<{ seq: number }>('SELECT seq FROM article')).rows[0]!.seq,
  }));
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
  // What was not acknowledged is there whole, with its event, or not at all.
  expect(events.map((event) => event.seq)).toEqual(stored.map((_, i) => i + 1));
  expect(seq).toBe(stored.length);
  await after.close();
  await before.close();
}, 120_000);

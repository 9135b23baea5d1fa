import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDatabase, withClient } from '../../cli/boot/database.mjs';
import {
  type EmbeddedPostgres,
  openEmbeddedPostgres,
  removeEmbeddedPostgres,
} from '../../cli/boot/embedded-postgres.mjs';
import { applyMigrations } from '../../cli/boot/migrate.mjs';
import { newFolder, writeFiles } from '../support/temporary-folder';

const folder = newFolder();
const dir = path.join(folder, 'postgres');
let server: EmbeddedPostgres;

beforeAll(async () => {
  server = await openEmbeddedPostgres(dir);
});
afterAll(async () => {
  await removeEmbeddedPostgres(dir);
  fs.rmSync(folder, { recursive: true, force: true });
});

function migrationsIn(name: string, migrations: Record<string, string>): string {
  const files = Object.entries(migrations).map(([id, sql]) => [`${id}/migration.sql`, sql]);
  writeFiles(path.join(folder, name), Object.fromEntries(files));
  return path.join(folder, name);
}

async function newDatabase(name: string): Promise<string> {
  await ensureDatabase(server.urlOf('postgres'), name);
  return server.urlOf(name);
}

describe('applyMigrations', () => {
  it('applies each once, in order', async () => {
    const url = await newDatabase('in_order');
    const migrations = migrationsIn('in-order', {
      '2_fill': 'INSERT INTO desk VALUES (1)',
      '1_make': 'CREATE TABLE desk (n int)',
    });
    expect(await applyMigrations(url, { dir: migrations })).toEqual(['1_make', '2_fill']);
    expect(await applyMigrations(url, { dir: migrations })).toEqual([]);
    const { rows } = await withClient(url, (client) => client.query('SELECT n FROM desk'));
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('lets two processes come at once', async () => {
    const url = await newDatabase('at_once');
    const migrations = migrationsIn('at-once', { '1_make': 'CREATE TABLE desk (n int)' });
    const applied = await Promise.all([
      applyMigrations(url, { dir: migrations }),
      applyMigrations(url, { dir: migrations }),
    ]);
    expect(applied.flat()).toEqual(['1_make']);
  });

  it('warns of one that was edited afterwards', async () => {
    const url = await newDatabase('edited');
    const warnings: string[] = [];
    const warn = (line: string) => void warnings.push(line);
    await applyMigrations(url, {
      dir: migrationsIn('edited', { '1_make': 'CREATE TABLE desk (n int)' }),
      warn,
    });
    const edited = migrationsIn('edited', { '1_make': 'CREATE TABLE desk (m int)' });
    expect(await applyMigrations(url, { dir: edited, warn })).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('1_make was edited')]);
  });

  it('rolls a failing one back as a whole, reports it, and refuses to go on', async () => {
    const url = await newDatabase('failing');
    const migrations = migrationsIn('failing', {
      '1_make': 'CREATE TABLE desk (n int)',
      '2_fail': 'CREATE TABLE half (n int); SELECT 1/0;',
    });
    await expect(applyMigrations(url, { dir: migrations })).rejects.toThrow(
      '2_fail failed and was rolled back',
    );
    await expect(applyMigrations(url, { dir: migrations })).rejects.toThrow(
      '2_fail failed earlier: division by',
    );
    const { rows } = await withClient(url, (client) =>
      client.query("SELECT to_regclass('desk') AS first, to_regclass('half') AS second"),
    );
    expect(rows).toEqual([{ first: 'desk', second: null }]);
  });
});

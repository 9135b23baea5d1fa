// @ts-check
// `npm run bench -- NAME --json`: runs bench/NAME.ts on a database of its own and prints one JSON object last.
import fs from 'node:fs';
import { typescriptProgram, TYPESCRIPT_ENVIRONMENT } from './command-line.mjs';
import { ensureDataDir } from './data-dir.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { requireRecentNode } from './node-version.mjs';
import { ensurePrismaClient } from './prisma-client.mjs';
import { explanationOf, Refusal } from './refusal.mjs';
import { atRoot } from './root.mjs';
import { runNode } from './run-program.mjs';
import { settingsFrom } from './settings.mjs';

/** @type {import('./step.mjs').Say} */
const say = (line) => console.error(line);

const benches = fs
  .readdirSync(atRoot('bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));

async function run() {
  const name = process.argv.slice(2).find((word) => !word.startsWith('-'));
  if (!name || !benches.includes(name))
    throw new Refusal(`Name a benchmark: npm run bench -- ${benches.join('|')} --json`);
  requireRecentNode();
  await ensureDependencies({ say, show: 'stderr' });
  await ensurePrismaClient();
  const { openDatabase } = await import('./database.mjs');
  const { applyMigrations } = await import('./migrate.mjs');
  const settings = settingsFrom({ DATA_DIR: atRoot('.data', 'bench'), ...process.env });
  ensureDataDir(settings.dataDir);
  const database = await openDatabase(settings);
  try {
    await applyMigrations(database.url, { warn: say });
    const env = { ...TYPESCRIPT_ENVIRONMENT, DATABASE_URL: database.url, DATA_DIR: settings.dataDir };
    const options = process.argv.slice(2).filter((word) => word !== name && word !== '--json');
    const outcome = await runNode(typescriptProgram('bench', 'run.ts').concat(name, options), {
      env,
      show: 'stdout',
    });
    process.exitCode = outcome.code ?? 1;
  } finally {
    await database.close();
  }
}

await run().catch((error) => {
  console.error(explanationOf(error));
  process.exitCode = 1;
});
process.exit();

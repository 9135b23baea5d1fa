// @ts-check
// `npm run prisma -- migrate dev --name x`: Prisma's own command line on the installation's database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureDataDir } from './data-dir.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { PRISMA, QUIET_PRISMA } from './prisma-client.mjs';
import { explanationOf } from './refusal.mjs';
import { ROOT } from './root.mjs';
import { settingsFrom } from './settings.mjs';

// A Ctrl-C is the command's to obey; the database is closed after it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});

try {
  const settings = settingsFrom(process.env);
  ensureDataDir(settings.dataDir);
  await ensureDependencies({ say: console.error, show: 'stderr' });
  const { openDatabase } = await import('./database.mjs');
  const database = await openDatabase(settings);
  try {
    const env = { ...process.env, ...QUIET_PRISMA, DATABASE_URL: database.url };
    const child = spawn(process.execPath, [PRISMA, ...process.argv.slice(2)], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    });
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 1;
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(explanationOf(error));
  process.exitCode = 1;
}
process.exit();

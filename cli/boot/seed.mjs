// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { seedProgram, TYPESCRIPT_ENVIRONMENT } from './command-line.mjs';
import { withClient } from './database.mjs';
import { requireSuccess, runNode } from './run-program.mjs';

/**
 * Fills an empty database with the demo workspace and its owner. A seed that was interrupted runs again: it has to
 * bear that.
 * @param {{url: string, dataDir: string, env: Record<string, string>}} options
 * @returns {Promise<boolean>} whether it ran
 */
export async function ensureSeed({ url, dataDir, env }) {
  const unfinished = path.join(dataDir, 'seed-unfinished');
  if (!fs.existsSync(unfinished) && !(await isDatabaseEmpty(url))) return false;
  fs.writeFileSync(unfinished, '');
  const outcome = await runNode(seedProgram(), { env: { ...env, ...TYPESCRIPT_ENVIRONMENT } });
  requireSuccess(outcome, 'Making the demo workspace');
  fs.rmSync(unfinished);
  return true;
}

/** @param {string} url */
function isDatabaseEmpty(url) {
  return withClient(url, async (client) => {
    const question = 'SELECT EXISTS (SELECT FROM app_user) OR EXISTS (SELECT FROM workspace) AS used';
    return !(await client.query(question)).rows[0].used;
  });
}

// @ts-check
import { commandLine, TYPESCRIPT_ENVIRONMENT } from './command-line.mjs';
import { withClient } from './database.mjs';
import { explanationOf } from './refusal.mjs';
import { requireSuccess, runNode } from './run-program.mjs';

const OWNER = 'owner@example.org';
const BY_HAND = 'npm run touchstone -- user link --email';

/**
 * What to tell the one who started the server about signing in: a fresh link as long as the demo's owner has no
 * password, else how to get one.
 * @param {Record<string, string>} env
 * @returns {Promise<string>}
 */
export async function signInAdvice(env) {
  try {
    if (await isWithoutPassword(env.DATABASE_URL ?? ''))
      return `Sign in as ${OWNER}, once: ${await freshLink(env)}`;
    return `For a sign-in link: ${BY_HAND} you@example.org`;
  } catch (error) {
    return `No sign-in link could be made (${explanationOf(error)}). Try: ${BY_HAND} ${OWNER}`;
  }
}

/** @param {string} url */
function isWithoutPassword(url) {
  return withClient(url, async (client) => {
    const question = 'SELECT 1 FROM app_user WHERE email = $1 AND password_hash IS NULL';
    return (await client.query(question, [OWNER])).rowCount === 1;
  });
}

/** @param {Record<string, string>} env */
async function freshLink(env) {
  const args = commandLine(['user', 'link', '--email', OWNER, '--json']);
  const outcome = await runNode(args, { env: { ...env, ...TYPESCRIPT_ENVIRONMENT } });
  requireSuccess(outcome, 'user link');
  return JSON.parse(outcome.stdout).link;
}

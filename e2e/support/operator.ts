import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { ensureDataDir, ensureSecret } from '../../cli/boot/data-dir.mjs';
import { openDatabase } from '../../cli/boot/database.mjs';
import { appEnvironment, settingsFrom } from '../../cli/boot/settings.mjs';
import { closeDatabase } from '@/lib/data/database';
import { createSignInLink } from '@/lib/usecases/create-sign-in-link';
import { createUser } from '@/lib/usecases/create-user';
import { createWorkspace } from '@/lib/usecases/create-workspace';
import { issueToken } from '@/lib/usecases/issue-token';

/*
 * What the command line does for the operator, as one program that stays: each run of the command line takes two
 * seconds of processor time, and every test wants a workspace with members. Reads one command per line, answers with one
 * result per line, and ends with its input.
 */

const VERBS = { createWorkspace, createUser, createSignInLink, issueToken };
export type OperatorVerb = keyof typeof VERBS;

const settings = settingsFrom(process.env);
ensureDataDir(settings.dataDir);
const opened = await openDatabase(settings);
Object.assign(process.env, appEnvironment(settings, opened.url, ensureSecret(settings.dataDir)));

for await (const line of createInterface({ input: process.stdin })) {
  const { verb, input } = JSON.parse(line) as { verb: OperatorVerb; input: never };
  const result = await VERBS[verb]({ actor: 'operator', now: new Date(), newId: v7 }, input);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
await closeDatabase();
await opened.close();

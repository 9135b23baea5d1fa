// @ts-check
import path from 'node:path';
import { contentHash } from './content-hash.mjs';
import { withLock } from './file-lock.mjs';
import { atRoot, ROOT, WORK_DIR } from './root.mjs';
import { requireSuccess, runNode } from './run-program.mjs';
import { bearsStamp, writeStamp } from './stamp.mjs';

const STAMP = atRoot('lib', 'data', 'generated', '.schema-hash');

/** Variables that keep Prisma from asking the network for news. */
export const QUIET_PRISMA = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };

/**
 * Generates the Prisma client when the schema is another than it was made from.
 * @returns {Promise<boolean>} whether it generated
 */
export async function ensurePrismaClient() {
  if (isClientCurrent()) return false;
  return withLock(path.join(WORK_DIR, 'generate.lock'), async () => {
    if (isClientCurrent()) return false;
    const state = schemaHash();
    requireSuccess(await runNode([PRISMA, 'generate'], { env: QUIET_PRISMA }), 'prisma generate');
    writeStamp(STAMP, state);
    return true;
  });
}

export const PRISMA = atRoot('node_modules', 'prisma', 'build', 'index.js');
const schemaHash = () => contentHash(ROOT, ['prisma/schema.prisma', 'node_modules/prisma/package.json']);
const isClientCurrent = () => bearsStamp(STAMP, schemaHash());

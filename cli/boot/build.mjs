// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { contentHash } from './content-hash.mjs';
import { withLock } from './file-lock.mjs';
import { ROOT, WORK_DIR } from './root.mjs';
import { requireSuccess, runNode } from './run-program.mjs';
import { bearsStamp, removeStamp, writeStamp } from './stamp.mjs';

/** Everything that `next build` reads; what does not exist (yet) does no harm. */
const SOURCES = [
  'app',
  'lib',
  'public',
  'docs/guide',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** The build opens no database: it gets an address at which nothing listens, so that a mistake shows. */
const BUILD_ENVIRONMENT = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: 'postgresql://build:build@127.0.0.1:9/build',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'only-for-the-build-of-the-pages',
};

/** @param {string} relative */
const isDerived = (relative) => relative === 'lib/data/generated';

export const buildState = (root = ROOT) => contentHash(root, SOURCES, isDerived);

/** @param {string} root @param {string} state */
export function isBuildCurrent(root, state) {
  return bearsStamp(stampIn(root), state) && fs.existsSync(path.join(root, '.next', 'BUILD_ID'));
}

/**
 * Marks the build as made from `state` only after `build` has succeeded: one that failed or was interrupted never
 * looks current, nor does one whose sources changed meanwhile.
 * @param {string} root
 * @param {() => Promise<void>} build
 * @returns {Promise<boolean>} whether it built
 */
export async function buildOnce(root, build) {
  const state = buildState(root);
  if (isBuildCurrent(root, state)) return false;
  removeStamp(stampIn(root));
  await build();
  writeStamp(stampIn(root), state);
  return true;
}

/** @param {string} root */
const stampIn = (root) => path.join(root, '.next', 'touchstone-build');

/**
 * Makes the production build when the sources are other than it was made from. Needs the Prisma client.
 * @param {{say: import('./step.mjs').Say}} options
 */
export async function ensureBuild({ say }) {
  const onWait = () => say('Waiting for another process that builds the app…');
  return withLock(path.join(WORK_DIR, 'build.lock'), () => buildOnce(ROOT, () => runBuild(say)), { onWait });
}

/** @param {import('./step.mjs').Say} say */
async function runBuild(say) {
  say('Building the app (half a minute)…');
  requireSuccess(
    await runNode(['node_modules/next/dist/bin/next', 'build'], { env: BUILD_ENVIRONMENT }),
    'next build',
  );
}

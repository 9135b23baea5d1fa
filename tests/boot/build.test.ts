import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOnce, buildState, isBuildCurrent } from '../../cli/boot/build.mjs';
import { temporaryFolder, writeFiles } from '../support/temporary-folder';

function project(): string {
  const root = temporaryFolder();
  writeFiles(root, {
    'app/page.tsx': 'one',
    'package-lock.json': '{}',
    'lib/data/generated/client.ts': 'made',
  });
  return root;
}

/** Stands for `next build`. */
const built = (root: string) => async () => writeFiles(root, { '.next/BUILD_ID': 'id' });

const isCurrent = (root: string): boolean => isBuildCurrent(root, buildState(root));

describe('buildOnce', () => {
  it('builds once for one state of the sources', async () => {
    const root = project();
    expect(await buildOnce(root, built(root))).toBe(true);
    expect(await buildOnce(root, built(root))).toBe(false);
  });

  it('builds again when a source has changed', async () => {
    const root = project();
    await buildOnce(root, built(root));
    writeFiles(root, { 'app/page.tsx': 'two' });
    expect(isCurrent(root)).toBe(false);
    expect(await buildOnce(root, built(root))).toBe(true);
  });

  it('does not go by times', async () => {
    const root = project();
    await buildOnce(root, built(root));
    fs.utimesSync(path.join(root, 'app/page.tsx'), new Date(), new Date(Date.now() + 60_000));
    expect(isCurrent(root)).toBe(true);
  });

  it('leaves out what is generated from the schema', async () => {
    const root = project();
    await buildOnce(root, built(root));
    writeFiles(root, { 'lib/data/generated/client.ts': 'made anew' });
    expect(isCurrent(root)).toBe(true);
  });

  it('never takes a failed build for a current one, though there was a good one before', async () => {
    const root = project();
    await buildOnce(root, built(root));
    writeFiles(root, { 'app/page.tsx': 'broken' });
    const failing = async () => Promise.reject(new Error('no'));
    await expect(buildOnce(root, failing)).rejects.toThrow('no');
    writeFiles(root, { 'app/page.tsx': 'one' });
    expect(isCurrent(root)).toBe(false);
  });

  it('is stale when a source changed during the build', async () => {
    const root = project();
    await buildOnce(root, async () => {
      await built(root)();
      writeFiles(root, { 'app/page.tsx': 'two' });
    });
    expect(isCurrent(root)).toBe(false);
  });
});

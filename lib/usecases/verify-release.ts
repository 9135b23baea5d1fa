import 'server-only';
import { hashOfBytes, hashOfReleaseFile } from '@/lib/data/release-files';
import { canRead } from '@/lib/domain/policy';
import type { ReleaseFile, VerifiedRelease } from '@/lib/domain/release';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { requireRelease } from './release-access';
import { type FileMaker, makeReleaseFiles } from './release-files';

/**
 * Makes every file of a release once more of its frozen rows, keeps none, and holds each against the hash that the release
 * was published with and against what lies on the disk.
 */
export async function verifyRelease(
  context: Context,
  input: { id: string; onFile?: (name: string, done: number, of: number) => void },
): Promise<Result<VerifiedRelease, Failure>> {
  const access = await requireRelease(context, input.id, canRead);
  if (!access.ok) return access;
  const { release } = access.value;
  if (release.state !== 'ready')
    return err({
      code: 'not_ready',
      message: 'The release is not ready yet, so there is nothing to verify.',
    });
  const frozen = [];
  for (const { name, sha256 } of release.frozen ?? [])
    frozen.push({ name, isWhole: (await hashOfReleaseFile(release.id, 'frozen', name))?.sha256 === sha256 });
  if (frozen.some(({ isWhole }) => !isWhole))
    return ok({ id: release.id, isReproduced: false, frozen, files: [] });
  const remade = new Map<string, ReleaseFile>();
  const maker: FileMaker = {
    known: () => null,
    note: async (step, done, of) => input.onFile?.(step, done, of),
    make: async ({ bytes, rows, ...file }) => {
      const whole = { ...file, ...(await hashOfBytes(bytes)), rows: rows() };
      remade.set(file.name, whole);
      return whole;
    },
  };
  await makeReleaseFiles(release, maker);
  const names = [...new Set([...release.files.map(({ name }) => name), ...remade.keys()])];
  const files = [];
  for (const name of names) {
    const expected = release.files.find((file) => file.name === name)?.sha256 ?? null;
    const again = remade.get(name)?.sha256 ?? null;
    const stored = (await hashOfReleaseFile(release.id, 'files', name))?.sha256 ?? null;
    files.push({ name, sha256: expected, isReproduced: again === expected, isStored: stored === expected });
  }
  const isReproduced = files.every((file) => file.isReproduced && file.isStored);
  return ok({ id: release.id, isReproduced, frozen, files });
}

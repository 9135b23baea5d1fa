import 'server-only';
import { openReleaseFile as openStored } from '@/lib/data/release-files';
import { canRead } from '@/lib/domain/policy';
import type { ReleaseFile } from '@/lib/domain/release';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { checkNotBlindTo, requireRelease } from './release-access';

export interface OpenedReleaseFile {
  file: ReleaseFile;
  /** Read from the disk as it is taken. */
  body: AsyncGenerator<Uint8Array>;
}

/** A file of a release that is ready: those that its row names, and nothing else that may lie in the folder. */
export async function openReleaseFile(
  context: Context,
  input: { id: string; name: string },
): Promise<Result<OpenedReleaseFile, Failure>> {
  const access = await requireRelease(context, input.id, canRead);
  if (!access.ok) return access;
  const { release } = access.value;
  const file = release.files.find(({ name }) => name === input.name);
  if (!file)
    return err({
      code: 'not_found',
      message:
        release.state === 'ready'
          ? 'The release has no such file.'
          : 'The release is not ready yet, so it has no files.',
    });
  const allowed = await checkNotBlindTo(context, release, file.name);
  if (!allowed.ok) return allowed;
  const body = await openStored(release.id, 'files', file.name);
  if (!body)
    return err({
      code: 'no_file',
      message:
        'The data folder does not have this file any more. The release can be restored from a backup of the data folder.',
    });
  return ok({ file, body });
}

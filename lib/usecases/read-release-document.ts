import 'server-only';
import { readReleaseText } from '@/lib/data/release-files';
import { canRead } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { ReleaseDocumentName } from '@/lib/release/release-files';
import type { Context } from './context';
import { checkNotBlindTo, requireRelease } from './release-access';

/** A page shows no document that is longer: it is there to be downloaded. In bytes. */
const LONGEST_SHOWN = 2_000_000;

/** A document of a release as text; null where it is too long to be shown. */
export async function readReleaseDocument(
  context: Context,
  input: { id: string; name: ReleaseDocumentName },
): Promise<Result<string | null, Failure>> {
  const access = await requireRelease(context, input.id, canRead);
  if (!access.ok) return access;
  const file = access.value.release.files.find(({ name }) => name === input.name);
  if (!file) return err({ code: 'not_found', message: 'The release has no such file.' });
  const allowed = await checkNotBlindTo(context, access.value.release, file.name);
  if (!allowed.ok) return allowed;
  if (file.bytes > LONGEST_SHOWN) return ok(null);
  return ok(await readReleaseText(access.value.release.id, 'files', file.name));
}

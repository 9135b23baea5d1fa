import 'server-only';
import { canRead } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Manifest } from '@/lib/release/manifest';
import type { Context } from './context';
import { checkNotBlindTo, requireRelease } from './release-access';

/** The manifest of a release that is ready. */
export async function showReleaseManifest(
  context: Context,
  input: { id: string },
): Promise<Result<Manifest, Failure>> {
  const access = await requireRelease(context, input.id, canRead);
  if (!access.ok) return access;
  const { release } = access.value;
  if (release.state !== 'ready')
    return err({ code: 'not_ready', message: 'The release is not ready yet, so it has no manifest.' });
  const allowed = await checkNotBlindTo(context, release, 'manifest.json');
  return allowed.ok ? ok(release.manifest as Manifest) : allowed;
}

import 'server-only';
import { canRead, canRelease } from '@/lib/domain/policy';
import type { Release } from '@/lib/domain/release';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { releaseInSight, requireRelease } from './release-access';

/** A release: what it is to be, how far it is, and its files once all of them are there. */
export async function showRelease(
  context: Context,
  input: { id: string },
): Promise<Result<{ release: Release; mayRetry: boolean }, Failure>> {
  const access = await requireRelease(context, input.id, canRead);
  if (!access.ok) return access;
  const { release, standing } = access.value;
  return ok({ release: await releaseInSight(context, release), mayRetry: canRelease(standing) });
}

import 'server-only';
import { database } from '@/lib/data/database';
import { findRelease } from '@/lib/data/releases';
import { canRelease } from '@/lib/domain/policy';
import type { Release } from '@/lib/domain/release';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { askAgain } from './create-release';
import { inTransaction } from './in-transaction';
import { releaseInSight, requireRelease } from './release-access';

/** Has a release that failed made after all, with what was frozen and written already. Of any other nothing changes. */
export async function retryRelease(
  context: Context,
  input: { id: string },
): Promise<Result<Release, Failure>> {
  const access = await requireRelease(context, input.id, canRelease);
  if (!access.ok) return access;
  const { release } = access.value;
  if (release.state === 'failed') await inTransaction(async (tx) => ok(await askAgain(tx, context, release)));
  return ok(await releaseInSight(context, (await findRelease(database(), release.id))!));
}

import 'server-only';
import type { Prisma } from '@/lib/data/database';
import { hasWorkspaceEventOf } from '@/lib/data/workspace-events';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/**
 * Whether a change that was made on version `base` of a proposition or a link may be applied: `fresh` yes; `repeated`
 * when this very request was applied already; else refused with `current`. Call it under the row's lock.
 */
export async function checkVersionOf(
  tx: Prisma.TransactionClient,
  current: { id: string; version: number },
  request: { base: number; hash: string },
): Promise<Result<'fresh' | 'repeated', Failure<'stale_version'>>> {
  if (current.version === request.base) return ok('fresh');
  const isRepeated =
    current.version === request.base + 1 && (await hasWorkspaceEventOf(tx, current.id, request.hash));
  if (isRepeated) return ok('repeated');
  return err({
    code: 'stale_version',
    message:
      'Somebody has changed this in the meantime. Nothing was overwritten: look at it as it stands now.',
    current,
  });
}

import 'server-only';
import type { Database } from '@/lib/data/database';
import { findRequestOfVersion } from '@/lib/data/events';
import type { Annotation } from '@/lib/domain/annotation';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

export type VersionRefusal = Failure<'precondition_required' | 'stale_version' | 'invalid_input'>;

/** No annotation gets there; a column could not hold more. */
const MOST_VERSIONS = 2_000_000_000;

/** The version an `If-Match` header names: `3` and `"3"` are equal. */
export function requireVersion(ifMatch: string | null | undefined): Result<number, VersionRefusal> {
  if (!ifMatch)
    return err({
      code: 'precondition_required',
      message: 'Send the version you changed in an If-Match header, so that nobody else’s change is lost.',
    });
  const version = /^(?:W\/)?"?(\d+)"?$/.exec(ifMatch.trim())?.[1];
  if (!version)
    return err({
      code: 'invalid_input',
      message: 'If-Match must be the annotation’s version, a whole number.',
    });
  return ok(Math.min(Number(version), MOST_VERSIONS));
}

/**
 * Whether a change that was made on `base` may be applied to `current`: `fresh` yes; `repeated` when this very
 * request was applied already and only its answer got lost (the retry changes nothing); else refused with `current`,
 * so that the editor sees both. Call it under the article's lock.
 */
export async function checkVersion(
  tx: Database,
  current: Annotation,
  request: { base: number; hash: string; actorId: string },
): Promise<Result<'fresh' | 'repeated', VersionRefusal>> {
  if (current.version === request.base) return ok('fresh');
  const applied = await findRequestOfVersion(tx, current.id, request.base + 1);
  if (applied?.requestHash === request.hash && applied.actorId === request.actorId) return ok('repeated');
  return err({
    code: 'stale_version',
    message:
      'Somebody changed this annotation in the meantime. Nothing was overwritten: compare both versions and decide.',
    current,
  });
}

import 'server-only';
import { requireShownComment, type StoredComment } from '@/lib/data/comments';
import type { Database } from '@/lib/data/database';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/**
 * Whether a change that was made on version `base` may be applied: `fresh` yes; `repeated` when there is nothing left
 * to do, because this request, or one that wanted the same, was applied already; else refused with `current`.
 */
export async function checkCommentVersion(
  tx: Database,
  held: StoredComment,
  request: { base: number; isDone: boolean },
): Promise<Result<'fresh' | 'repeated', Failure<'stale_version'>>> {
  if (request.isDone) return ok('repeated');
  if (held.version === request.base) return ok('fresh');
  return err({
    code: 'stale_version',
    message:
      'This comment was changed in the meantime, perhaps by you in another window. Nothing was overwritten.',
    current: await requireShownComment(tx, held.id),
  });
}

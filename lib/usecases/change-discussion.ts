import 'server-only';
import { refreshDiscussion } from '@/lib/data/comments';
import type { Prisma } from '@/lib/data/database';
import type { Failure, Result } from '@/lib/domain/result';
import type { DiscussionEventType } from '@/lib/domain/vocabulary';
import type { AnnotationAccess } from './access';
import { type Beside, changeBeside } from './change-beside';
import type { Context } from './context';

/**
 * The way of everything that is said about an annotation: written, then what the annotation shows of its comments is
 * counted anew. The event holds no words of a comment, so that those of a deleted one are nowhere in the history.
 */
export async function changeDiscussion(
  context: Context,
  access: AnnotationAccess,
  request: { type: DiscussionEventType; hash: string; allowsDeleted?: boolean },
  write: (tx: Prisma.TransactionClient, seq: number) => Promise<Result<Beside, Failure>>,
): Promise<Result<Beside, Failure>> {
  return changeBeside(context, access, request, async (tx, { seq }) => {
    const said = await write(tx, seq);
    if (said.ok && said.value.outcome === 'written') await refreshDiscussion(tx, access.annotationId, seq);
    return said;
  });
}

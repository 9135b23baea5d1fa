import 'server-only';
import { lockArticle } from '@/lib/data/article-lock';
import { database } from '@/lib/data/database';
import { listWaitingSubmissions, withdrawSubmissions } from '@/lib/data/resolution-submissions';
import { canVerify } from '@/lib/domain/policy';
import type { ResolutionView } from '@/lib/domain/resolution';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { resolutionView } from './show-resolution';

/** Takes one's own submission back while it waits for the other; once both are in, they stay. */
export async function withdrawResolution(
  context: Context,
  input: { id: string },
): Promise<Result<ResolutionView, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  const { annotationId, articleId } = access.value;
  const done = await inTransaction<null, Failure>(async (tx) => {
    await lockArticle(tx, articleId);
    const waiting = await listWaitingSubmissions(tx, annotationId);
    const isMineIn = waiting.some(({ resolver }) => resolver.id === context.actor.userId);
    if (isMineIn && waiting.length > 1)
      return err({
        code: 'resolution_settled',
        message: 'The second resolver has submitted too, so both resolutions stay as they are.',
      });
    await withdrawSubmissions(tx, annotationId, context.actor.userId, context.now);
    return ok(null);
  });
  return done.ok ? ok(await resolutionView(database(), context, access.value)) : done;
}

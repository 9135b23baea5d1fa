import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { listEventsAfter, listLastSeqs } from '@/lib/data/events';
import type { HistoryEvent } from '@/lib/domain/history';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Subscriber } from '@/lib/live/hub';
import { requireArticle } from './access';
import type { Context } from './context';

const placeSchema = z.coerce.number().int().min(0).nullable();

/** Where a reader's stream begins: after the event they have, or now. */
export async function followArticle(
  context: Context,
  input: { articleId: string; after: string | null },
): Promise<Result<Pick<Subscriber, 'articleId' | 'person' | 'after'>, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const after = parseInput(placeSchema, input.after);
  if (!after.ok) return after;
  const { articleId } = access.value;
  const last = (await listLastSeqs(database(), [articleId])).get(articleId) ?? 0;
  const { userId: id, name } = context.actor;
  return ok({ articleId, person: { id, name }, after: Math.min(after.value ?? last, last) });
}

/** A page of an article's events, the oldest first. */
export async function listArticleEvents(
  context: Context,
  input: { articleId: string; query: unknown },
): Promise<Result<Page<HistoryEvent>, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const query = parseInput(
    pageQuerySchema.extend({ after: z.coerce.number().int().min(0).default(0) }),
    input.query,
  );
  if (!query.ok) return query;
  const { limit, cursor, after } = query.value;
  const [from] = (cursor && keysFromCursor(cursor)) || [];
  const events = await listEventsAfter(
    database(),
    access.value.articleId,
    typeof from === 'number' ? from : after,
    limit + 1,
  );
  return ok(pageFrom(events, limit, (event) => [event.seq]));
}

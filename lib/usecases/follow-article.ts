import 'server-only';
import { z } from 'zod';
import { databaseFor, isBlindTo } from '@/lib/data/blind-reading';
import { database } from '@/lib/data/database';
import { listEventsAfter, listLastSeqs } from '@/lib/data/events';
import type { HistoryEvent } from '@/lib/domain/history';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema, placeSchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Subscriber } from '@/lib/live/hub';
import { requireArticle } from './access';
import type { Context } from './context';

/** The number of the last event that a client has, as headers and addresses hold it. */
const seenSchema = z
  .string()
  .regex(/^\d+$/, 'The last event is named by its number, such as 12.')
  .transform((digits) => Math.min(Number(digits), MOST_EVENTS));
/** What the database can count to; a client that names more has seen everything. */
const MOST_EVENTS = 2_147_483_647;

/** Where a reader's stream begins: after the event they have, or now. */
export async function followArticle(
  context: Context,
  input: { articleId: string; after: string | null },
): Promise<Result<Pick<Subscriber, 'articleId' | 'person' | 'after'>, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const after = input.after ? parseInput(seenSchema, input.after) : ok(null);
  if (!after.ok) return after;
  const { articleId } = access.value;
  const last = isBlindTo(access.value, articleId)
    ? 0
    : ((await listLastSeqs(database(), [articleId])).get(articleId) ?? 0);
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
  const query = parseInput(pageQuerySchema.extend({ after: seenSchema.default(0) }), input.query);
  if (!query.ok) return query;
  const { limit, cursor, after } = query.value;
  const from = keysFromCursor(cursor, z.tuple([placeSchema]));
  if (!from.ok) return from;
  const events = await listEventsAfter(
    databaseFor(access.value),
    access.value.articleId,
    from.value?.[0] ?? after,
    limit + 1,
  );
  return ok(pageFrom(events, limit, (event) => [event.seq]));
}

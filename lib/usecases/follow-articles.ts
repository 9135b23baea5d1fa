import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { listHeads } from '@/lib/data/events';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Subscriber } from '@/lib/live/hub';
import type { Context } from './context';
import { followArticle } from './follow-article';

const MOST_ARTICLES = 50;
const followSchema = z
  .string()
  .regex(/^[^:]+(:\d+)?$/, 'Name an article by its id, and the last event you have: 0195d000-…:12.')
  .transform((follow) => follow.split(':'))
  .pipe(z.tuple([uuidSchema], z.string()));

export const followQuerySchema = z.object({
  articles: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(followSchema).max(MOST_ARTICLES, `Follow at most ${MOST_ARTICLES} articles at once.`))
    .describe('Up to 50 ids of articles, separated by commas, each with the last event you have: `id:12`.'),
  user: uuidSchema
    .optional()
    .describe('Refuses the stream when the session is another person’s than this one.'),
});

export interface FollowedArticles {
  person: Subscriber['person'];
  articles: Pick<Subscriber, 'articleId' | 'after' | 'revision'>[];
  /** Those that are not there, or not for this reader. */
  closed: string[];
  /** Notifications belong to a person, and not to the workspace of a token. */
  hasNotices: boolean;
}

/** Where the streams of several articles begin. What may not be read is closed by itself, and betrays nothing. */
export async function followArticles(
  context: Context,
  input: { query: unknown },
): Promise<Result<FollowedArticles, Failure>> {
  const query = parseInput(followQuerySchema, input.query);
  if (!query.ok) return query;
  const { userId: id, name, tokenWorkspaceId } = context.actor;
  if (query.value.user && query.value.user !== id)
    return err({ code: 'other_user', message: 'Somebody else has signed in on this browser.' });
  const afters = new Map(query.value.articles.map(([articleId, after]) => [articleId, after ?? null]));
  const heads = await listHeads(database(), [...afters.keys()]);
  const articles: FollowedArticles['articles'] = [];
  const closed: string[] = [];
  for (const [articleId, after] of afters) {
    const followed = await followArticle(context, { articleId, after });
    if (followed.ok)
      articles.push({
        articleId,
        after: followed.value.after,
        revision: heads.get(articleId)?.revision ?? null,
      });
    else closed.push(articleId);
  }
  return ok({ person: { id, name }, articles, closed, hasNotices: tokenWorkspaceId === null });
}

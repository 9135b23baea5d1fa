import { contextFromRequest } from '@/lib/auth/current-context';
import { openSharedStream } from '@/app/api/v1/_http/event-stream';
import { handle } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { followArticles } from '@/lib/usecases/follow-articles';

export const GET = handle(async ({ context, query, request }) => {
  const followed = await followArticles(context, { query });
  if (!followed.ok) return followed;
  return openSharedStream(request, followed.value, async () => {
    const now = await contextFromRequest(request);
    const still = now?.context ? await followArticles(now.context, { query }) : null;
    return still?.ok ? new Set(still.value.articles.map(({ articleId }) => articleId)) : null;
  });
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

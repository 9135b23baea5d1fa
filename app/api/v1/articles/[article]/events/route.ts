import { contextFromRequest } from '@/lib/auth/current-context';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { openEventStream } from '@/app/api/v1/_http/event-stream';
import { followArticle, listArticleEvents } from '@/lib/usecases/follow-article';

export const GET = handle<{ article: string }>(async ({ context, params, query, request }) => {
  const lastEventId = request.headers.get('last-event-id');
  const after = lastEventId ?? query.after ?? null;
  // A browser's EventSource and other readers of streams say so; everybody else gets a page of events.
  const accept = request.headers.get('accept') ?? '';
  if (accept.includes('application/json') && !accept.includes('text/event-stream')) {
    const page = await listArticleEvents(context, { articleId: params.article, query });
    return page.ok ? json(page.value) : page;
  }
  const followed = await followArticle(context, { articleId: params.article, after });
  if (!followed.ok) return followed;
  return openEventStream(request, followed.value, async () => {
    const now = await contextFromRequest(request);
    return Boolean(
      now?.context && (await followArticle(now.context, { articleId: params.article, after })).ok,
    );
  });
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { takeNextArticle } from '@/lib/usecases/take-next-article';

export const POST = handle<{ campaign: string }>(async ({ context, params, body }) => {
  const next = await takeNextArticle(context, { id: params.campaign, body });
  return next.ok ? json(next.value) : next;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { tellPresence } from '@/lib/usecases/tell-presence';

export const POST = handle<{ article: string }>(async ({ context, params, body }) => {
  const told = await tellPresence(context, { articleId: params.article, body });
  return told.ok ? new Response(null, { status: 204 }) : told;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listReplies } from '@/lib/usecases/list-replies';
import { logReply } from '@/lib/usecases/log-reply';

interface Params {
  annotation: string;
}

export const GET = handle<Params>(async ({ context, params }) => {
  const replies = await listReplies(context, { id: params.annotation });
  return replies.ok ? json({ items: replies.value, nextCursor: null }) : replies;
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const logged = await logReply(context, { id: params.annotation, body });
  if (!logged.ok) return logged;
  return json(logged.value.request, logged.value.outcome === 'recorded' ? 201 : 200);
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { markCommentsAsRead } from '@/lib/usecases/mark-comments-read';

export const POST = handle<{ annotation: string }>(async ({ context, params, body }) => {
  const read = await markCommentsAsRead(context, { id: params.annotation, body });
  return read.ok ? json(read.value) : read;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

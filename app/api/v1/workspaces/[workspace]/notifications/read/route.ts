import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { markNotificationsRead } from '@/lib/usecases/mark-notifications-read';

export const POST = handle<{ workspace: string }>(async ({ context, params, body }) => {
  const read = await markNotificationsRead(context, { slug: params.workspace, body });
  return read.ok ? json(read.value) : read;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

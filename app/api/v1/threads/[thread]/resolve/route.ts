import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { resolveThread } from '@/lib/usecases/resolve-thread';

export const POST = handle<{ thread: string }>(async ({ context, params }) => {
  const thread = await resolveThread(context, { id: params.thread });
  return thread.ok ? json(thread.value) : thread;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listThreads } from '@/lib/usecases/list-threads';

export const GET = handle<{ annotation: string }>(async ({ context, params }) => {
  const threads = await listThreads(context, { id: params.annotation });
  return threads.ok ? json({ items: threads.value, nextCursor: null }) : threads;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

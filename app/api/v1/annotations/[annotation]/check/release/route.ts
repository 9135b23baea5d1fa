import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { releaseCheck } from '@/lib/usecases/release-check';

export const POST = handle<{ annotation: string }>(async ({ context, params }) => {
  const released = await releaseCheck(context, { id: params.annotation });
  return released.ok ? json(released.value) : released;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { takeCheck } from '@/lib/usecases/take-check';

export const POST = handle<{ annotation: string }>(async ({ context, params, body }) => {
  const taken = await takeCheck(context, { id: params.annotation, body });
  return taken.ok ? json(taken.value) : taken;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

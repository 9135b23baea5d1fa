import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { lockCriteria } from '@/lib/usecases/lock-criteria';

export const POST = handle<{ annotation: string }>(async ({ context, params, ifMatch }) => {
  const locked = await lockCriteria(context, { id: params.annotation, ifMatch });
  return locked.ok ? json(locked.value) : locked;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

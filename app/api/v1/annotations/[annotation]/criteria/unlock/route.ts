import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { unlockCriteria } from '@/lib/usecases/unlock-criteria';

export const POST = handle<{ annotation: string }>(async ({ context, params, body, ifMatch }) => {
  const unlocked = await unlockCriteria(context, { id: params.annotation, body, ifMatch });
  return unlocked.ok ? json(unlocked.value) : unlocked;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

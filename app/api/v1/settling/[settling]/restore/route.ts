import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { restoreSettling } from '@/lib/usecases/restore-settling';

export const POST = handle<{ settling: string }>(async ({ context, params }) => {
  const decided = await restoreSettling(context, { id: params.settling });
  return decided.ok ? json(decided.value) : decided;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { undoAssigning } from '@/lib/usecases/undo-assigning';

export const POST = handle<{ campaign: string }>(async ({ context, params, body }) => {
  const undone = await undoAssigning(context, { id: params.campaign, body });
  return undone.ok ? json(undone.value) : undone;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

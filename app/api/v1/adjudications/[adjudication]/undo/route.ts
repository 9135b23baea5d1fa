import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { undoAdjudication } from '@/lib/usecases/undo-adjudication';

export const POST = handle<{ adjudication: string }>(async ({ context, params, body }) => {
  const undone = await undoAdjudication(context, { id: params.adjudication, body });
  return undone.ok ? json(undone.value) : undone;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { settleCorrectionRequest } from '@/lib/usecases/settle-correction-request';

export const PATCH = handle<{ request: string }>(async ({ context, params, body, ifMatch }) => {
  const settled = await settleCorrectionRequest(context, { id: params.request, body, ifMatch });
  return settled.ok ? json(settled.value) : settled;
});

export const { OPTIONS, GET, POST, PUT, DELETE } = otherMethodsThan('PATCH');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { approveVerification } from '@/lib/usecases/approve-verification';

export const POST = handle<{ verification: string }>(async ({ context, params, body }) => {
  const settled = await approveVerification(context, { id: params.verification, body });
  if (!settled.ok) return settled;
  const { verification, annotation } = settled.value;
  return json({ ...verification, annotation });
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

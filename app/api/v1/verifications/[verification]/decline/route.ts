import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { declineVerification } from '@/lib/usecases/decline-verification';

export const POST = handle<{ verification: string }>(async ({ context, params, body }) => {
  const settled = await declineVerification(context, { id: params.verification, body });
  if (!settled.ok) return settled;
  const { verification, annotation } = settled.value;
  return json({ ...verification, annotation });
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';

interface Params {
  annotation: string;
}

export const GET = handle<Params>(async ({ context, params }) => {
  const verifications = await listVerifications(context, { id: params.annotation });
  return verifications.ok ? json({ items: verifications.value, nextCursor: null }) : verifications;
});

export const POST = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const verified = await verifyAnnotation(context, { id: params.annotation, body, ifMatch });
  if (!verified.ok) return verified;
  const { verification, annotation, outcome } = verified.value;
  return json({ ...verification, annotation }, outcome === 'recorded' ? 201 : 200);
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

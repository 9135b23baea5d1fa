import { handle, json } from '@/app/api/v1/_http/handle';
import { keepCopies } from '@/app/api/v1/_http/keep-copies';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { decisionBehind } from '@/lib/domain/decisions-as-of';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';

interface Params {
  annotation: string;
}

export const GET = handle<Params>(async ({ context, params, query }) => {
  const verifications = await listVerifications(context, { id: params.annotation, query });
  if (!verifications.ok) return verifications;
  const { asOf } = query;
  const annotation = await showAnnotation(context, { id: params.annotation, query: { asOf } });
  // On a day before it was marked there is nothing to rest on either.
  const inForce = annotation.ok ? decisionBehind(annotation.value, verifications.value) : null;
  return json({ items: verifications.value, nextCursor: null, inForce: inForce?.id ?? null });
});

export const POST = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const verified = await verifyAnnotation(context, { id: params.annotation, body, ifMatch });
  if (!verified.ok) return verified;
  const { verification, annotation, outcome } = verified.value;
  keepCopies();
  return json({ ...verification, annotation }, outcome === 'recorded' ? 201 : 200);
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

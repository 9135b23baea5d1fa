import { handle, json } from '@/app/api/v1/_http/handle';
import { keepCopies } from '@/app/api/v1/_http/keep-copies';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { decideCondition } from '@/lib/usecases/decide-condition';
import { listConditionDecisions } from '@/lib/usecases/list-condition-decisions';

interface Params {
  annotation: string;
}

export const GET = handle<Params>(async ({ context, params }) => {
  const decisions = await listConditionDecisions(context, { id: params.annotation });
  return decisions.ok ? json({ items: decisions.value, nextCursor: null }) : decisions;
});

export const POST = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const decided = await decideCondition(context, { id: params.annotation, body, ifMatch });
  if (!decided.ok) return decided;
  const { decision, annotation, outcome } = decided.value;
  keepCopies();
  return json({ ...decision, annotation }, outcome === 'recorded' ? 201 : 200);
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

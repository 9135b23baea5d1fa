import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { joinProposition } from '@/lib/usecases/join-proposition';
import { leaveProposition } from '@/lib/usecases/leave-proposition';

interface Params {
  proposition: string;
  annotation: string;
}

export const PUT = handle<Params>(async ({ context, params }) => {
  const joined = await joinProposition(context, { id: params.proposition, annotationId: params.annotation });
  return joined.ok ? json({ ...joined.value.proposition, left: joined.value.left }) : joined;
});

export const DELETE = handle<Params>(async ({ context, params }) => {
  const left = await leaveProposition(context, { id: params.proposition, annotationId: params.annotation });
  return left.ok ? json(left.value) : left;
});

export const { OPTIONS, GET, POST, PATCH } = otherMethodsThan('PUT', 'DELETE');

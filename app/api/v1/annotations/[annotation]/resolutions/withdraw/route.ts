import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { withdrawResolution } from '@/lib/usecases/withdraw-resolution';

export const POST = handle<{ annotation: string }>(async ({ context, params }) => {
  const view = await withdrawResolution(context, { id: params.annotation });
  return view.ok ? json(view.value) : view;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { keepCopies } from '@/app/api/v1/_http/keep-copies';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showResolution } from '@/lib/usecases/show-resolution';
import { submitResolution } from '@/lib/usecases/submit-resolution';

interface Params {
  annotation: string;
}

export const GET = handle<Params>(async ({ context, params }) => {
  const view = await showResolution(context, { id: params.annotation });
  return view.ok ? json(view.value) : view;
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const submitted = await submitResolution(context, { id: params.annotation, body });
  if (!submitted.ok) return submitted;
  const { view, outcome } = submitted.value;
  keepCopies();
  return json(view, outcome === 'unchanged' ? 200 : 201);
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

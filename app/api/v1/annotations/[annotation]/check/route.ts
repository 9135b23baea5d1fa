import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import type { Check } from '@/lib/domain/check';
import { arrangeCheck } from '@/lib/usecases/arrange-check';
import { showCheck } from '@/lib/usecases/show-check';

interface Params {
  annotation: string;
}

const answer = (check: Check): Response => json(check, 200, { etag: `"${check.version}"` });

export const GET = handle<Params>(async ({ context, params }) => {
  const shown = await showCheck(context, { id: params.annotation });
  return shown.ok ? answer(shown.value) : shown;
});

export const PATCH = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const arranged = await arrangeCheck(context, { id: params.annotation, body, ifMatch });
  return arranged.ok ? answer(arranged.value) : arranged;
});

export const { OPTIONS, POST, PUT, DELETE } = otherMethodsThan('GET', 'PATCH');

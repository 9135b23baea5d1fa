import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import type { Annotation } from '@/lib/domain/annotation';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';

interface Params {
  annotation: string;
}

const answer = (annotation: Annotation, status = 200): Response =>
  json(annotation, status, { etag: `"${annotation.version}"` });

export const GET = handle<Params>(async ({ context, params }) => {
  const shown = await showAnnotation(context, { id: params.annotation });
  return shown.ok ? answer(shown.value) : shown;
});

export const PUT = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const put = await putAnnotation(context, { id: params.annotation, ifMatch, body });
  return put.ok ? answer(put.value.annotation, put.value.outcome === 'created' ? 201 : 200) : put;
});

export const PATCH = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const revised = await reviseAnnotation(context, { id: params.annotation, ifMatch, body });
  return revised.ok ? answer(revised.value) : revised;
});

export const DELETE = handle<Params>(async ({ context, params, ifMatch }) => {
  const deleted = await deleteAnnotation(context, { id: params.annotation, ifMatch });
  return deleted.ok ? answer(deleted.value) : deleted;
});

export const { OPTIONS, POST } = otherMethodsThan('GET', 'PUT', 'PATCH', 'DELETE');

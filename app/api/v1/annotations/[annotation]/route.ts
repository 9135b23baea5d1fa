import { handle, json } from '@/app/api/v1/_http/handle';
import { lookLater } from '@/app/api/v1/_http/look-later';
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

export const GET = handle<Params>(async ({ context, params, query }) => {
  const shown = await showAnnotation(context, { id: params.annotation, query });
  return shown.ok ? answer(shown.value) : shown;
});

export const PUT = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const put = await putAnnotation(context, { id: params.annotation, ifMatch, body });
  if (!put.ok) return put;
  const { annotation, outcome } = put.value;
  if (outcome !== 'unchanged' && annotation.layer === 'shared') lookLater(context, annotation.articleId);
  return answer(annotation, outcome === 'created' ? 201 : 200);
});

export const PATCH = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const revised = await reviseAnnotation(context, { id: params.annotation, ifMatch, body });
  if (!revised.ok) return revised;
  if (revised.value.layer === 'shared') lookLater(context, revised.value.articleId);
  return answer(revised.value);
});

export const DELETE = handle<Params>(async ({ context, params, ifMatch }) => {
  const deleted = await deleteAnnotation(context, { id: params.annotation, ifMatch });
  return deleted.ok ? answer(deleted.value) : deleted;
});

export const { OPTIONS, POST } = otherMethodsThan('GET', 'PUT', 'PATCH', 'DELETE');

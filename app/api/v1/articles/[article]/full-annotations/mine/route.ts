import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { declareFullAnnotation } from '@/lib/usecases/declare-full-annotation';

export const PUT = handle<{ article: string }>(async ({ context, params, body }) => {
  const declared = await declareFullAnnotation(context, { articleId: params.article, body });
  return declared.ok ? json(declared.value) : declared;
});

export const { OPTIONS, GET, POST, PATCH, DELETE } = otherMethodsThan('PUT');

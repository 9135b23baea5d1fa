import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listFullAnnotations } from '@/lib/usecases/list-full-annotations';

export const GET = handle<{ article: string }>(async ({ context, params }) => {
  const declared = await listFullAnnotations(context, { articleId: params.article });
  return declared.ok ? json(declared.value) : declared;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

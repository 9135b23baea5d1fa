import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { submitPass } from '@/lib/usecases/submit-pass';

export const POST = handle<{ article: string }>(async ({ context, params, body }) => {
  const pass = await submitPass(context, { articleId: params.article, body });
  return pass.ok ? json(pass.value) : pass;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

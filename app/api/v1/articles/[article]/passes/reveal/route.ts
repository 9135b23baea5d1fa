import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { revealPasses } from '@/lib/usecases/reveal-passes';

export const POST = handle<{ article: string }>(async ({ context, params, body }) => {
  const revealed = await revealPasses(context, { articleId: params.article, body });
  return revealed.ok ? json(revealed.value) : revealed;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listPasses } from '@/lib/usecases/list-passes';

export const GET = handle<{ article: string }>(async ({ context, params }) => {
  const passes = await listPasses(context, { articleId: params.article });
  return passes.ok ? json(passes.value) : passes;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

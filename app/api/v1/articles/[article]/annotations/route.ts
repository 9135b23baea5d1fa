import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listAnnotations } from '@/lib/usecases/list-annotations';

export const GET = handle<{ article: string }>(async ({ context, params, query }) => {
  const page = await listAnnotations(context, { articleId: params.article, query });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

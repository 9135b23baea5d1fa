import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showArticle } from '@/lib/usecases/show-article';

export const GET = handle<{ article: string }>(async ({ context, params }) => {
  const shown = await showArticle(context, { id: params.article });
  return shown.ok ? json(shown.value.article) : shown;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

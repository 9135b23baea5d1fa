import { handle, json } from '@/app/api/v1/_http/handle';
import { showArticle } from '@/lib/usecases/show-article';

export const GET = handle<{ article: string }>(async ({ context, params }) => {
  const shown = await showArticle(context, { id: params.article });
  return shown.ok ? json(shown.value.article) : shown;
});

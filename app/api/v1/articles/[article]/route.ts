import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { changeLicence } from '@/lib/usecases/change-licence';
import { showArticle } from '@/lib/usecases/show-article';

export const GET = handle<{ article: string }>(async ({ context, params }) => {
  const shown = await showArticle(context, { id: params.article });
  return shown.ok ? json(shown.value.article) : shown;
});

export const PATCH = handle<{ article: string }>(async ({ context, params, body, ifMatch }) => {
  const changed = await changeLicence(context, { articleId: params.article, ifMatch, body });
  return changed.ok ? json(changed.value) : changed;
});

export const { OPTIONS, POST, PUT, DELETE } = otherMethodsThan('GET', 'PATCH');

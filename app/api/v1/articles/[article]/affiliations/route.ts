import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listArticleAffiliations } from '@/lib/usecases/list-article-affiliations';

export const GET = handle<{ article: string }>(async ({ context, params }) => {
  const page = await listArticleAffiliations(context, { articleId: params.article });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

import { handle, json } from '@/app/api/v1/_http/handle';
import { lookLater } from '@/app/api/v1/_http/look-later';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { importArticle } from '@/lib/usecases/import-article';
import { listArticles } from '@/lib/usecases/list-articles';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params, query }) => {
  const page = await listArticles(context, { slug: params.workspace, query });
  return page.ok ? json(page.value) : page;
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const imported = await importArticle(context, { slug: params.workspace, body });
  if (!imported.ok) return imported;
  if (imported.value.outcome === 'imported') lookLater(context, imported.value.article.id);
  return json(imported.value.article, imported.value.outcome === 'imported' ? 201 : 200);
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

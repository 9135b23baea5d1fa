import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listLicenceChanges } from '@/lib/usecases/list-licence-changes';

export const GET = handle<{ article: string }>(async ({ context, params, query }) => {
  const page = await listLicenceChanges(context, { articleId: params.article, query });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { queryParts } from '@/app/api/v1/_http/query-parts';
import { findAnnotations } from '@/lib/usecases/find-annotations';

export const GET = handle<{ workspace: string }>(async ({ context, params, request }) => {
  const page = await findAnnotations(context, { slug: params.workspace, query: queryParts(request) });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

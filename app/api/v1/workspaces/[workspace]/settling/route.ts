import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listSettling } from '@/lib/usecases/list-settling';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const page = await listSettling(context, { slug: params.workspace, query });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

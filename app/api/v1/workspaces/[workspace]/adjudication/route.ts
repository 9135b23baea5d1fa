import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listAdjudication } from '@/lib/usecases/list-adjudication';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const page = await listAdjudication(context, { slug: params.workspace, query });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

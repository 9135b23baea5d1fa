import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listSourceHistory } from '@/lib/usecases/list-source-history';

export const GET = handle<{ source: string }>(async ({ context, params, query }) => {
  const page = await listSourceHistory(context, { id: params.source, query });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

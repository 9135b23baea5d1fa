import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { createSource } from '@/lib/usecases/create-source';
import { listSources } from '@/lib/usecases/list-sources';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params, query }) => {
  const page = await listSources(context, { slug: params.workspace, query });
  return page.ok ? json(page.value) : page;
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const created = await createSource(context, { slug: params.workspace, body });
  return created.ok ? json(created.value.source, created.value.outcome === 'created' ? 201 : 200) : created;
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

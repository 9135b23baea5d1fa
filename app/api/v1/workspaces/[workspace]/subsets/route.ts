import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { createSubset } from '@/lib/usecases/create-subset';
import { listSubsets } from '@/lib/usecases/list-subsets';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params, query }) => {
  const page = await listSubsets(context, { slug: params.workspace, query });
  return page.ok ? json(page.value) : page;
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const created = await createSubset(context, { slug: params.workspace, body });
  if (!created.ok) return created;
  const { subset, outcome } = created.value;
  return json(subset, outcome === 'created' ? 201 : 200, { etag: `"${subset.version}"` });
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

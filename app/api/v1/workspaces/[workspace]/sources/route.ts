import { csv, wantsCsv } from '@/app/api/v1/_http/csv';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { sourcesCsv } from '@/lib/export/sources-csv';
import { createSource } from '@/lib/usecases/create-source';
import { listSources } from '@/lib/usecases/list-sources';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params, query, request }) => {
  const asked = { ...(wantsCsv(request) && { format: 'csv' }), ...query };
  const listed = await listSources(context, { slug: params.workspace, query: asked });
  if (!listed.ok) return listed;
  const { format, ...page } = listed.value;
  return format === 'csv' ? csv(sourcesCsv(page.items), `sources-${params.workspace}.csv`) : json(page);
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const created = await createSource(context, { slug: params.workspace, body });
  return created.ok ? json(created.value.source, created.value.outcome === 'created' ? 201 : 200) : created;
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

import { csv, wantsCsv } from '@/app/api/v1/_http/csv';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { saidCsv } from '@/lib/export/sources-csv';
import { listSourceAnnotations } from '@/lib/usecases/list-source-annotations';

export const GET = handle<{ source: string }>(async ({ context, params, query, request }) => {
  const asked = { ...(wantsCsv(request) && { format: 'csv' }), ...query };
  const said = await listSourceAnnotations(context, { id: params.source, query: asked });
  if (!said.ok) return said;
  const { format, sourceId, ...page } = said.value;
  return format === 'csv' ? csv(saidCsv(sourceId, page.items), `source-${sourceId}.csv`) : json(page);
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

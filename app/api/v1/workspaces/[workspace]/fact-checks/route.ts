import { csv, wantsCsv } from '@/app/api/v1/_http/csv';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { factChecksCsv } from '@/lib/export/fact-checks-csv';
import { listFactChecks } from '@/lib/usecases/list-fact-checks';
import { publishFactCheck } from '@/lib/usecases/publish-fact-check';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params, query, request }) => {
  const asked = { ...(wantsCsv(request) && { format: 'csv' }), ...query };
  const listed = await listFactChecks(context, { slug: params.workspace, query: asked });
  if (!listed.ok) return listed;
  const { format, ...page } = listed.value;
  if (format === 'json') return json(page);
  return csv(factChecksCsv(page.items), `fact-checks-${params.workspace}.csv`);
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const published = await publishFactCheck(context, { slug: params.workspace, body });
  if (!published.ok) return published;
  const { factCheck, outcome } = published.value;
  return json(factCheck, outcome === 'published' ? 201 : 200);
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

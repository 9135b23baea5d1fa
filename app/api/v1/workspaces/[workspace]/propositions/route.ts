import { csv, wantsCsv } from '@/app/api/v1/_http/csv';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import type { Proposition } from '@/lib/domain/proposition';
import { propositionsCsv } from '@/lib/export/propositions-csv';
import { createProposition } from '@/lib/usecases/create-proposition';
import { listPropositions } from '@/lib/usecases/list-propositions';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params, query, request }) => {
  const slug = params.workspace;
  const asked = { ...(wantsCsv(request) && { format: 'csv' }), ...query };
  const page = await listPropositions(context, { slug, query: asked });
  if (!page.ok) return page;
  const { format, ...shown } = page.value;
  if (format === 'json') return json(shown);
  const all: Proposition[] = [...shown.items];
  for (let cursor = shown.nextCursor; cursor !== null;) {
    const next = await listPropositions(context, { slug, query: { ...asked, limit: '500', cursor } });
    if (!next.ok) return next;
    all.push(...next.value.items);
    cursor = next.value.nextCursor;
  }
  return csv(propositionsCsv(all), `propositions-${slug}.csv`);
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const created = await createProposition(context, { slug: params.workspace, body });
  if (!created.ok) return created;
  const { proposition, outcome } = created.value;
  return json(proposition, outcome === 'created' ? 201 : 200, { etag: `"${proposition.version}"` });
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');

import { csv, wantsCsv } from '@/app/api/v1/_http/csv';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import type { PropositionLink } from '@/lib/domain/proposition';
import { linksCsv } from '@/lib/export/propositions-csv';
import { listDisagreements } from '@/lib/usecases/list-disagreements';

export const GET = handle<{ workspace: string }>(async ({ context, params, query, request }) => {
  const slug = params.workspace;
  const asked = { ...(wantsCsv(request) && { format: 'csv' }), ...query };
  const page = await listDisagreements(context, { slug, query: asked });
  if (!page.ok) return page;
  const { format, items, nextCursor } = page.value;
  if (format === 'json') return json({ items, nextCursor });
  const all: PropositionLink[] = [...items];
  for (let cursor = nextCursor; cursor !== null;) {
    const next = await listDisagreements(context, { slug, query: { ...asked, limit: '500', cursor } });
    if (!next.ok) return next;
    all.push(...next.value.items);
    cursor = next.value.nextCursor;
  }
  return csv(linksCsv(all), `disagreements-${slug}.csv`);
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

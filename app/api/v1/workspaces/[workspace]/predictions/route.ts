import { csv, wantsCsv } from '@/app/api/v1/_http/csv';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { predictionsCsv } from '@/lib/export/predictions-csv';
import { listPredictions } from '@/lib/usecases/list-predictions';

export const GET = handle<{ workspace: string }>(async ({ context, params, query, request }) => {
  const asked = { ...(wantsCsv(request) && { format: 'csv' }), ...query };
  const page = await listPredictions(context, { slug: params.workspace, query: asked });
  if (!page.ok) return page;
  const { format, facets: _, ...shown } = page.value;
  if (format === 'json') return json(shown);
  const items = [...shown.items];
  // A table has no pages: without a limit it is the whole list.
  for (let cursor = query.limit ? null : shown.nextCursor; cursor;) {
    const next = await listPredictions(context, {
      slug: params.workspace,
      query: { ...asked, limit: '500', cursor },
    });
    if (!next.ok) return next;
    items.push(...next.value.items);
    cursor = next.value.nextCursor;
  }
  return csv(predictionsCsv(items), `predictions-${params.workspace}.csv`);
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

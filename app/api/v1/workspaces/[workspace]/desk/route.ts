import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { exportDesk } from '@/lib/usecases/export-desk';
import { listDesk } from '@/lib/usecases/list-desk';

export const GET = handle<{ workspace: string }>(async ({ context, params, query, request }) => {
  const input = { slug: params.workspace, query };
  if (!wantsCsv(request, query.format)) {
    const page = await listDesk(context, input);
    return page.ok ? json(page.value) : page;
  }
  const file = await exportDesk(context, input);
  if (!file.ok) return file;
  return new Response(streamFrom(file.value), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="desk-${params.workspace}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});

const wantsCsv = (request: Request, format: string | undefined): boolean =>
  format === undefined ? /^text\/csv\b/.test(request.headers.get('accept')?.trim() ?? '') : format === 'csv';

/** Reads on only as fast as the receiver does, and ends with it. */
const streamFrom = (body: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const next = await body.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await body.return(undefined);
    },
  });

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

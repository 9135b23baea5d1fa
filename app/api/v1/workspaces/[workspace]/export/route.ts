import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { handle } from '../../../_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const file = await exportWorkspace(context, { slug: params.workspace, query });
  if (!file.ok) return file;
  const { fileName, mediaType, body } = file.value;
  return new Response(streamFrom(body), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});

/** Reads on only as fast as the receiver does, and frees what the export holds when the receiver goes away. */
function streamFrom(body: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await body.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await body.return(undefined);
    },
  });
}

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');

import 'server-only';

/** A file to be saved under a name, that no cache keeps and whose type no browser guesses. */
export const savedFile = (
  body: string | AsyncGenerator<Uint8Array>,
  { fileName, mediaType }: { fileName: string; mediaType: string },
): Response =>
  new Response(typeof body === 'string' ? body : streamFrom(body), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });

/** Reads on only as fast as the receiver does, and frees what the file is made of when the receiver goes away. */
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

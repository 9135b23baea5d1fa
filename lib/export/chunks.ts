/** Strings joined into pieces of at least `size` code units, but for the last: fewer, larger writes. Constant memory. */
export async function* joinedChunks(parts: AsyncIterable<string>, size = 32_768): AsyncGenerator<string> {
  let chunk = '';
  for await (const part of parts) {
    chunk += part;
    if (chunk.length < size) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

/** The UTF-8 of the chunks. */
export async function* bytesFromChunks(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(chunk);
}

/**
 * The lines of bytes that come piece by piece, ended by LF or CRLF and by nothing else, as JSON Lines are, without their
 * ends. Holds one line. Throws a TypeError where the bytes are not UTF-8. `onRead` is told how many bytes were read.
 */
export async function* utf8Lines(
  chunks: AsyncIterable<Uint8Array>,
  onRead?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // A line may be as long as an article: its pieces are put together once.
  let pieces: string[] = [];
  let read = 0;
  for await (const chunk of chunks) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    for (let i = 0; i < parts.length - 1; i++) {
      pieces.push(parts[i]!);
      yield withoutReturn(pieces.join(''));
      pieces = [];
    }
    pieces.push(parts.at(-1)!);
    onRead?.((read += chunk.byteLength));
  }
  const last = pieces.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

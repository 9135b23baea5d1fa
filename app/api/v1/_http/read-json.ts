import 'server-only';
import { type InvalidInput, UnreadableBody } from '@/lib/domain/parse-input';

/** Room for a text of 5,000,000 bytes of which JSON escapes every character, and for what stands beside it. */
const MOST_BYTES = 32_000_000;

/**
 * The JSON of a request's body; undefined when there is none or it does not parse, an {@link UnreadableBody} when it
 * is too large or not UTF-8. Stops reading at the limit, and does not begin where the request itself says that it is
 * larger.
 */
export async function readJson(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return undefined;
  if (Number(request.headers.get('content-length')) > MOST_BYTES) return new UnreadableBody(tooLarge);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) return new UnreadableBody(tooLarge);
    chunks.push(chunk);
  }
  const text = decodedFrom(Buffer.concat(chunks));
  if (text === null) return new UnreadableBody(invalidUtf8);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function decodedFrom(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const tooLarge: InvalidInput = {
  code: 'too_large',
  message: 'The request is too large. An article has at most 5 MB.',
};
const invalidUtf8: InvalidInput = {
  code: 'invalid_utf8',
  message: 'The request is not valid UTF-8. Nothing was stored: send it as UTF-8.',
};

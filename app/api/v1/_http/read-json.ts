import 'server-only';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/** Room for a text of 5,000,000 bytes of which JSON escapes every character, and for what stands beside it. */
const MOST_BYTES = 32_000_000;

/** The JSON of a request's body; undefined when there is none or it does not parse. Stops reading at the limit. */
export async function readJson(request: Request): Promise<Result<unknown, Failure<'too_large'>>> {
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return ok(undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MOST_BYTES)
      return err({ code: 'too_large', message: 'The request is too large. An article has at most 5 MB.' });
    chunks.push(chunk);
  }
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) as unknown);
  } catch {
    return ok(undefined);
  }
}

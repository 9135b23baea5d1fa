import 'server-only';
import { createHash } from 'node:crypto';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { areRegionsOrdered, type Region } from '@/lib/domain/region';
import { TextIndex } from '@/lib/domain/text-index';
import { bandsOf, bodyTextOf, signatureOf } from '@/lib/ingest/near-copy';
import { rawTextFrom } from '@/lib/ingest/raw-text';
import { type ReadArticle, readArticle } from '@/lib/ingest/read-article';

/** A text that passed the checks of an import, with everything that is computed from it. */
export interface NewText {
  text: string;
  /** The text as it came, where its line ends differed. */
  original: string | null;
  read: ReadArticle;
  regions: Region[];
  sha256: string;
  length: number;
  signature: number[];
  bands: number[];
}

/**
 * Checks a pasted text and reads it. `knownPublishers` are the outlets that the workspace has articles of; `regions`
 * are those that a person corrected, if any.
 */
export function readNewText(
  raw: string,
  hints: { url?: string | null; knownPublishers: string[]; regions?: readonly Region[] | undefined },
): Result<NewText, Failure> {
  const text = rawTextFrom(raw);
  if (!text.ok) return text;
  const read = readArticle(text.value, {
    ...(hints.url && { url: hints.url }),
    knownPublishers: hints.knownPublishers,
  });
  const index = new TextIndex(text.value);
  const regions = hints.regions ? [...hints.regions] : read.regions;
  if (hints.regions && !covers(index, regions))
    return err({
      code: 'invalid_input',
      message:
        'The regions must be sorted, must not overlap, and must cover everything but blank characters.',
    });
  const body = bodyTextOf(text.value, regions);
  const signature = signatureOf(body);
  return ok({
    text: text.value,
    original: raw === text.value ? null : raw,
    read,
    regions,
    sha256: createHash('sha256').update(text.value, 'utf8').digest('hex'),
    length: index.length,
    signature,
    bands: bandsOf(signature),
  });
}

/** Checks the `raw` of a body, if it is text, before the schema does: this says where in the text the trouble is. */
export function checkRaw(body: unknown): Result<unknown, Failure> {
  const raw = (body as { raw?: unknown } | undefined)?.raw;
  return typeof raw === 'string' ? rawTextFrom(raw) : ok(null);
}

/** Ordered, in the text, and with nothing but blank characters between them. */
function covers(index: TextIndex, regions: readonly Region[]): boolean {
  if (!areRegionsOrdered(regions, index.length)) return false;
  let end = 0;
  for (const region of [...regions, { start: index.length, end: index.length }]) {
    if (/\S/u.test(index.slice(end, region.start))) return false;
    end = region.end;
  }
  return true;
}

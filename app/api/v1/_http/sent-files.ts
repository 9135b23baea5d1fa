import 'server-only';
import { UnreadableForm } from '@/lib/usecases/import-upload';
import type { SentFile } from '@/lib/usecases/import-upload';

/** The most that a form with files may hold: it is read into memory. A file that is the whole body is not. */
const MOST_BYTES_OF_FORM = 64_000_000;

/** The files of a request: those of a form, or the body itself under the name given. */
export async function* sentFiles(request: Request, name: string): AsyncGenerator<SentFile> {
  if (!request.body) return;
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  if (!isForm) return yield { name, body: request.body as unknown as AsyncIterable<Uint8Array> };
  const length = Number(request.headers.get('content-length'));
  if (!(length > 0 && length <= MOST_BYTES_OF_FORM))
    throw new UnreadableForm({
      code: 'too_large',
      message: `A form may hold ${MOST_BYTES_OF_FORM / 1_000_000} MB of files, and must say its length. Send a larger file as the body itself.`,
    });
  for (const [field, value] of await formOf(request))
    if (typeof value !== 'string')
      yield { name: value.name || field, body: value.stream() as unknown as AsyncIterable<Uint8Array> };
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new UnreadableForm({
      code: 'invalid_input',
      message: 'The form could not be read. Nothing was taken.',
    });
  }
}

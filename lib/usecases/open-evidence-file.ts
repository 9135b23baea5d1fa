import 'server-only';
import { openFile } from '@/lib/data/evidence-files';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireCapture } from './capture-access';
import type { Context } from './context';

/** The bytes of a file of evidence as they came, and what they are. `name` is what its owner called it: not to be trusted. */
export async function openEvidenceFile(
  context: Context,
  input: { id: string },
): Promise<Result<{ name: string; mediaType: string; body: ReadableStream<Uint8Array> }, Failure>> {
  const capture = await requireCapture(context, input.id);
  if (!capture.ok) return capture;
  const { copy, fileName } = capture.value;
  const body = copy?.hasFile ? await openFile(copy.bytesSha256) : null;
  if (!body)
    return err({
      code: 'no_file',
      message: copy?.hasFile
        ? 'The file is not in the data folder of this installation (any more). Its hash and its text are still there.'
        : 'Of this page its text was kept, not its file.',
    });
  return ok({ name: fileName ?? 'evidence', mediaType: copy!.mediaType, body });
}

import 'server-only';
import { keepUpload, type Upload } from '@/lib/data/uploads';
import {
  type ImportProgress,
  importQuerySchema,
  type ImportFormat,
  type ImportReport,
} from '@/lib/domain/import-report';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport, canManage } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { DatasetFile, RefusedPart } from '@/lib/ingest/datasets/read-marks';
import { utf8Lines } from '@/lib/ingest/datasets/utf8-lines';
import { filesFromZip, isZip, NO_UTF8, textFromUtf8 } from '@/lib/ingest/datasets/zip-files';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { importDataset } from './import-dataset';
import { restoreWorkspace } from './restore-workspace';

/** A file as it is sent; `name` says where something stands and is never a path. */
export interface SentFile {
  name: string;
  body: AsyncIterable<Uint8Array>;
}
/** What was sent is no form that could be read. Thrown while files are opened. */
export class UnreadableForm extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}
interface KeptFile {
  name: string;
  upload: Upload;
}

/** A whole workspace is read line by line; the files of other tools are read whole. */
const MOST_BYTES_OF_WORKSPACE = 2_000_000_000;
const MOST_BYTES = 200_000_000;

/**
 * Takes a file that was sent: a whole workspace in the lossless form, or the texts and marks of another tool. `open`
 * begins to read what was sent, once it is known that its sender may; `name` is what a file is called that has no name of
 * its own. What was sent lies on disk until it is read.
 */
export async function importUpload(
  context: Context,
  input: {
    slug: string;
    query: unknown;
    open: (name: string) => AsyncIterable<SentFile>;
    onProgress?: (progress: ImportProgress) => void;
  },
): Promise<Result<ImportReport, Failure>> {
  const access = await requireWorkspace(context, input.slug, canImport);
  if (!access.ok) return access;
  const query = parseInput(importQuerySchema, input.query);
  if (!query.ok) return query;
  const { format } = query.value;
  if (format === 'jsonl') {
    const owner = await requireWorkspace(context, input.slug, canManage);
    if (!owner.ok) return owner;
  }
  const mostBytes = format === 'jsonl' ? MOST_BYTES_OF_WORKSPACE : MOST_BYTES;
  const sent: KeptFile[] = [];
  try {
    for await (const { name, body } of input.open(query.value.name)) {
      const upload = await keepUpload(body, { id: context.newId(), mostBytes, now: context.now });
      if (!upload) return err(tooLarge(mostBytes));
      sent.push({ name, upload });
    }
    if (!sent.some(({ upload }) => upload.size > 0))
      return err({
        code: 'invalid_input',
        message: 'The request has no file, or an empty one. Nothing was taken.',
      });
    return await take(context, { ...input, format, sent });
  } catch (error) {
    if (error instanceof UnreadableForm) return err(error.failure);
    throw error;
  } finally {
    await Promise.all(sent.map(({ upload }) => upload.drop()));
  }
}

const tooLarge = (mostBytes: number): Failure => ({
  code: 'too_large',
  message: `The file is too large: at most ${mostBytes / 1_000_000} MB are read in this format. Nothing was taken.`,
});

interface Taking {
  slug: string;
  format: ImportFormat;
  sent: readonly KeptFile[];
  onProgress?: (progress: ImportProgress) => void;
}

const take = (context: Context, { format, ...taking }: Taking): Promise<Result<ImportReport, Failure>> =>
  format === 'jsonl' ? takeWorkspace(context, taking) : takeMarks(context, format, taking);

async function takeWorkspace(
  context: Context,
  { slug, sent, onProgress }: Omit<Taking, 'format'>,
): Promise<Result<ImportReport, Failure>> {
  const [file, another] = sent;
  if (!file || another)
    return err({ code: 'invalid_input', message: 'A workspace is taken of one file. Nothing was taken.' });
  const { upload } = file;
  const lines = utf8Lines(upload.chunks(), (done) => onProgress?.({ done, of: upload.size, unit: 'bytes' }));
  const restored = await restoring(() => restoreWorkspace(context, { slug, lines }));
  if (!restored.ok) return restored;
  const { isRestored, records, refused } = restored.value;
  const report = { documents: [], refused, created: 0, unchanged: 0, annotationIds: [] };
  if (!isRestored)
    return err({
      code: 'import_refused',
      message: `${refused.length === 1 ? 'A line' : `${refused.length} lines`} of the file cannot be taken. A workspace is taken whole or not at all, so nothing was.`,
      ...report,
    });
  return ok({ format: 'jsonl', ...report, created: records.annotation ?? 0, records });
}

async function restoring<T>(restore: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await restore();
  } catch (error) {
    // What a decoder throws at bytes that are no UTF-8.
    if (
      error instanceof TypeError &&
      (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    )
      return err({ code: 'invalid_utf8', message: 'The file is not valid UTF-8. Nothing was taken.' });
    throw error;
  }
}

async function takeMarks(
  context: Context,
  format: Exclude<ImportFormat, 'jsonl'>,
  { slug, sent, onProgress }: Omit<Taking, 'format'>,
): Promise<Result<ImportReport, Failure>> {
  const files: DatasetFile[] = [];
  const unread: RefusedPart[] = [];
  for (const { name, upload } of sent) {
    const read = datasetFilesFrom(name, await upload.bytes());
    files.push(...read.files);
    unread.push(...read.refused);
  }
  const imported = await importDataset(context, {
    slug,
    form: format,
    files,
    onProgress: (done, of) => onProgress?.({ done, of, unit: 'texts' }),
  });
  if (!imported.ok) return imported;
  const { documents, refused, made } = imported.value;
  return ok({
    format,
    documents,
    refused: [...unread, ...refused],
    created: made.length,
    unchanged: documents.reduce((sum, { annotations }) => sum + annotations.unchanged, 0),
    annotationIds: made,
  });
}

/** The files of an archive, or the one that the bytes are. */
export function datasetFilesFrom(
  name: string,
  bytes: Uint8Array,
): { files: DatasetFile[]; refused: RefusedPart[] } {
  if (isZip(bytes))
    return filesFromZip(bytes) ?? { files: [], refused: [{ at: name, reason: 'It is a damaged archive.' }] };
  const text = textFromUtf8(bytes);
  return text === null
    ? { files: [], refused: [{ at: name, reason: NO_UTF8 }] }
    : { files: [{ name, text }], refused: [] };
}

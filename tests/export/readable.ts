import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { EXPORT_FILES } from '@/lib/domain/export-file';
import type { ExportFormat } from '@/lib/domain/vocabulary';

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return new Uint8Array(Buffer.concat(parts));
}

/** The files of an archive by name. */
export const filesOf = (archive: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** The rows of a Parquet file, as another program's reader reads them. */
export const rowsOf = (file: Uint8Array): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: file.slice().buffer });

/** All words of an export, whatever they are packed in. */
export async function readableFrom(format: ExportFormat, bytes: Uint8Array): Promise<string> {
  if (format === 'parquet') return JSON.stringify(await rowsOf(bytes));
  if (EXPORT_FILES[format].extension === 'zip')
    return Object.entries(filesOf(bytes))
      .map(([name, text]) => `${name}\n${text}`)
      .join('\n');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return format === 'conll' ? `${text}${text.replace(/^\d+\t([^\t\n]+)\t.*\n/gm, '$1 ')}` : text;
}

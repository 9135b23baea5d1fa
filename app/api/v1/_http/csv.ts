import 'server-only';
import { savedFile } from './saved-file';

/** A table to be saved as a file. */
export const csv = (body: string | AsyncGenerator<Uint8Array>, fileName: string): Response =>
  savedFile(body, { fileName, mediaType: 'text/csv; charset=utf-8' });

/** Whether the caller asks for a table by the header; `format` in the address goes before it. */
export const wantsCsv = (request: Request): boolean =>
  /^text\/csv\b/.test(request.headers.get('accept')?.trim() ?? '');

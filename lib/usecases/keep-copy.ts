import 'server-only';
import { createHash } from 'node:crypto';
import { type NewCopyRow, storeCopy } from '@/lib/data/captures';
import { transaction } from '@/lib/data/database';
import { keepFile } from '@/lib/data/evidence-files';
import type { EvidenceFileType } from '@/lib/domain/file-type';
import { decodedPage } from '@/lib/ingest/decoded-page';
import { pageFromHtml, type PageWords, tidied } from '@/lib/ingest/html-page';
import { signatureOf } from '@/lib/ingest/near-copy';
import type { Context } from './context';

/** Bytes that came from outside, and what they are. */
export interface Captured {
  bytes: Buffer;
  mediaType: EvidenceFileType;
  charset: string | null;
  finalUrl: string | null;
  /** A file's bytes are kept; of a page the text is. */
  isFile: boolean;
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');

/** Keeps the text of a page or file, its hashes and, of a file, its bytes, and ends the capture with it. */
export async function keepCopy(
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  { captureId, workspaceId }: { captureId: string; workspaceId: string },
  { bytes, mediaType, charset, finalUrl, isFile }: Captured,
): Promise<void> {
  const { title, publishedAt, text } = wordsOf(bytes, mediaType, charset);
  const copy: NewCopyRow = {
    id: newId(),
    workspaceId,
    bytesSha256: sha256(bytes),
    byteLength: bytes.length,
    mediaType,
    textSha256: text === null ? null : sha256(text),
    text,
    title,
    publishedAt,
    signature: text === null ? [] : signatureOf(text),
    hasFile: isFile,
    now,
  };
  if (isFile) await keepFile(copy.bytesSha256, bytes, captureId);
  await transaction((tx) => storeCopy(tx, captureId, copy, finalUrl));
}

/** What the bytes say. Of a PDF no text is read: its bytes are kept as they are. */
function wordsOf(
  bytes: Buffer,
  mediaType: EvidenceFileType,
  charset: string | null,
): Omit<PageWords, 'text'> & { text: string | null } {
  if (mediaType === 'application/pdf') return { title: null, publishedAt: null, text: null };
  const decoded = decodedPage(bytes, charset);
  return mediaType === 'text/html'
    ? pageFromHtml(decoded)
    : { title: null, publishedAt: null, text: tidied(decoded) };
}

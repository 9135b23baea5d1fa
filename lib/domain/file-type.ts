/** What a file of evidence can be; anything else is refused. */
export type EvidenceFileType = 'application/pdf' | 'text/html' | 'text/plain';

const PDF = '%PDF-';
/** Bytes that no text has: the control characters but tab, line feed, form feed, carriage return and escape. */
const isBinary = (byte: number): boolean =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 12) || byte === 11;
const LOOKED_AT = 4_096;

/**
 * What a file is, by its bytes and not by its name: a PDF, a page of HTML, plain text, or null for anything else. Total;
 * looks at the first 4,096 bytes.
 */
export function fileTypeOf(bytes: Uint8Array): EvidenceFileType | null {
  const head = bytes.subarray(0, LOOKED_AT);
  const words = new TextDecoder('windows-1252').decode(head);
  // Readers of PDF allow some bytes before the mark.
  if (words.slice(0, 1_024).includes(PDF)) return 'application/pdf';
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isUtf16 && head.some(isBinary)) return null;
  return /^[\s\ufeffï»¿]*(<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html|<!--|<head|<body)/i.test(words)
    ? 'text/html'
    : 'text/plain';
}

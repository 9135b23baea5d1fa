import type { DatasetFile, RefusedPart } from './read-marks';
import { unzipped, zipEntries } from './zip-entries';

/** The most that one file of an archive may unfold to, in bytes, and all of them together. */
const MOST_BYTES = 50_000_000;
const MOST_BYTES_TOGETHER = 500_000_000;

export interface UnzippedFiles {
  files: DatasetFile[];
  /** Those that are too large or not UTF-8, and why. */
  refused: RefusedPart[];
}

/**
 * The files of a ZIP archive as text in UTF-8. Names are kept to say where something stands and are never paths. What
 * would unfold to more than it may, or is not UTF-8, is listed; null is no archive. The sizes are those that the archive
 * claims: one that claims wrongly is damaged, and is unfolded no further.
 */
export function filesFromZip(bytes: Uint8Array): UnzippedFiles | null {
  let together = 0;
  const read: UnzippedFiles = { files: [], refused: [] };
  try {
    for (const entry of zipEntries(bytes)) {
      const { name, size } = entry;
      if (size > MOST_BYTES || together + size > MOST_BYTES_TOGETHER) {
        read.refused.push({ at: name, reason: 'It is too large to be unpacked.' });
        continue;
      }
      together += size;
      const text = textFromUtf8(unzipped(entry));
      if (text === null) read.refused.push({ at: name, reason: NO_UTF8 });
      else read.files.push({ name, text });
    }
    return read;
  } catch {
    return null;
  }
}

/** Bytes as text, without a byte order mark; null where they are not UTF-8. */
export function textFromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const NO_UTF8 = 'It is not valid UTF-8.';

/** True for bytes that begin as a ZIP archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

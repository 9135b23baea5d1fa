import { unzipSync } from 'fflate';
import type { DatasetFile } from './read-marks';

/** The most that one file of an archive may unfold to, in bytes, and all of them together. */
const MOST_BYTES = 50_000_000;
const MOST_BYTES_TOGETHER = 500_000_000;

/**
 * The files of a ZIP archive as text in UTF-8. Names are kept to say where something stands and are never paths. What
 * would unfold to more than it may is left out, and null is no archive. The sizes are those that the archive claims,
 * and unfolding stops there.
 */
export function filesFromZip(bytes: Uint8Array): DatasetFile[] | null {
  let together = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) =>
        originalSize <= MOST_BYTES && (together += originalSize) <= MOST_BYTES_TOGETHER,
    });
    const decoder = new TextDecoder('utf-8');
    return Object.entries(files).map(([name, content]) => ({ name, text: decoder.decode(content) }));
  } catch {
    return null;
  }
}

/** True for bytes that begin as a ZIP archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
